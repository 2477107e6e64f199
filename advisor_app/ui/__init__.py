"""The window. Qt lives here and nowhere below; nothing here knows a database."""

from advisor_app.ui.lasting import keep_singletons

keep_singletons()
