"""Letters as mail programs write them."""

from email.message import EmailMessage


def letter(
    *, text: str = "How deep do mains lie?", html: str = "", files: dict[str, bytes] | None = None, **headers: str
) -> bytes:
    """A letter with usual headers, each replaced by name (`message_id`, `in_reply_to`); an empty value leaves it out."""
    given = {
        "from": '"Ana Reyes" <ana@manila.example>',
        "to": "office@seoul.example",
        "subject": "Pipes",
        "date": "Tue, 24 Nov 2026 09:00:00 +0800",
        "message_id": "<pipes@manila.example>",
    }
    message = EmailMessage()
    for name, value in (given | {name.rstrip("_"): value for name, value in headers.items()}).items():
        if value:
            message[name.replace("_", "-")] = value
    if text or not html:
        message.set_content(text)
    if html and text:
        message.add_alternative(html, subtype="html")
    elif html:
        message.set_content(html, subtype="html")
    for name, data in (files or {}).items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name)
    return bytes(message)
