"""A message that is not sent yet, with a sheet attached, as a file that mail programs open for writing.

A ``mailto:`` address cannot carry an attachment; an ``.eml`` file with ``X-Unsent`` can.
"""

from email.message import EmailMessage
from email.policy import SMTP


def draft(subject: str, body: str, attachment: bytes, name: str) -> bytes:
    """The draft. It names nobody: whom it is for is typed in the mail program, and kept by nobody here."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["Subject"] = " ".join(subject.split())
    message.set_content(body)
    message.add_attachment(attachment, maintype="application", subtype="pdf", filename=name)
    return message.as_bytes()
