"""The look is the domain's; here under the name by which sheets are ordered."""

from advisor_app.domain.look import NEUTRAL, Look

__all__ = ["NEUTRAL", "Look"]
