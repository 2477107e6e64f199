"""Qt item models: finished words for views. Persistence is another thing and lies in ``advisor_app.models``."""
