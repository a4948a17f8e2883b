"""The article in an issue that was written with the form "Add an article": ``article_of_issue.py EVENT FOLDER``.

Writes FOLDER/text, a clip with a header of what the form says beside it; or FOLDER/address, where only an address was given.
What people typed is data: it is taken from the file of the event, quoted where it goes into a header, and never run.
"""

import json
import re
import sys
from pathlib import Path

# The headings that the form gives its answers, in its order, with the field of the header that each fills.  The text is last:
# whatever it holds, it cannot be taken for another answer.
FIELDS = {"Address": "url", "Title": "title", "Date": "date", "Outlet": "outlet"}
TEXT = "Text"
NO_ANSWER = "_No response_"
MAX_ANSWER = 2_000  # characters
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def answers(body: str) -> dict[str, str]:
    """What stands below each heading of the form; what was left open is left out."""
    body = body.replace("\r\n", "\n")
    before, _, text = body.partition(f"### {TEXT}\n")
    found = {TEXT: unfenced(text.strip("\n"))}
    for part in re.split(r"^### ", before, flags=re.MULTILINE)[1:]:
        heading, _, answer = part.partition("\n")
        if heading.strip() in FIELDS:
            found.setdefault(heading.strip(), " ".join(answer.split())[:MAX_ANSWER])
    return {name: answer for name, answer in found.items() if answer.strip() not in ("", NO_ANSWER)}


def unfenced(text: str) -> str:
    """GitHub puts an answer that is plain text into a block of code; its fence is no part of it."""
    found = re.fullmatch(r"(`{3,}|~{3,})\w*\n(.*?)\n?\1\s*", text, re.DOTALL)
    return found[2] if found else text


def header(found: dict[str, str]) -> str:
    """The header's lines.  JSON's quotes are YAML's, so that no answer can end its line or begin another.

    A text with a header of its own keeps that one.
    """
    if found[TEXT].startswith("---\n"):
        return ""
    lines = []
    for heading, field in FIELDS.items():
        answer = found.get(heading)
        if answer:
            lines.append(f"{field}: {answer if _DATE.fullmatch(answer) else json.dumps(answer, ensure_ascii=False)}")
    return "---\n" + "".join(f"{line}\n" for line in lines) + "---\n\n" if lines else ""


def main() -> None:
    event, folder = sys.argv[1:]
    issue = json.loads(Path(event).read_text("utf-8"))["issue"]
    found = answers(issue.get("body") or "")
    out = Path(folder)
    out.mkdir(parents=True, exist_ok=True)
    address = found.get("Address", "")
    (out / "text").write_text("", "utf-8")
    if TEXT in found:
        (out / "text").write_text(header(found) + found[TEXT] + "\n", "utf-8", newline="")
    elif re.fullmatch(r"https?://[^\s\"'`<>\\]{4,1900}", address):
        (out / "address").write_text(address, "utf-8")
    else:
        sys.exit("The issue holds neither a text nor a web address that begins with https://")


if __name__ == "__main__":
    main()
