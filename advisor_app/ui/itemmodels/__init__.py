"""Qt item models: finished words for views. (Persistence is in ``advisor_app.models``.)"""
