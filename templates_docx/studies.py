"""The memo on a study of how a subject is taught, and a free letter."""

from collections.abc import Sequence
from gettext import NullTranslations

from templates_docx.catalogue import N_, PaperLanguage, texts
from templates_docx.dates import long_date, school_year, short_date
from templates_docx.headings import heading_values
from templates_docx.values import Filled, Record, Typed, Values, capital, sentence, signed

KINDS = {
    "visit": N_("lesson visited"),
    "test": N_("control work"),
    "notebooks": N_("notebooks checked"),
    "other": N_("other"),
}
"""What was looked at, by the code of a part."""


def memo_values(heading: Record, study: Record | None, paper: PaperLanguage) -> Filled:
    """Return the memo; without a study a sentence says that there is none.

    A study is {"title", "subject", "classes", "begins": ISO or None, "ends": ISO or None, "aim", "people": [NAME],
    "parts": [{"kind", "day": ISO or None, "title", "classes", "teachers": [NAME], "text"}], "findings",
    "conclusions", "suggestions", "finished": ISO or None}; `heading` has the "year".
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    known = study or {}
    values = heading_values(heading, typed, words) | {"there": study is not None}
    values["year"] = school_year(heading["year"], words)
    values |= {name: typed(known.get(name, "")) for name in ("title", "subject", "classes", "aim")}
    values |= {name: _lines(known.get(name, ""), typed) for name in ("findings", "conclusions", "suggestions")}
    values |= {
        "period": _period(known, words),
        "people": [name for name in map(signed, known.get("people", ())) if name != values["leader"]],
        "by": ", ".join(each["full"] for each in known.get("people", ())),
        "parts": [_part(at, each, typed, words) for at, each in enumerate(known.get("parts", ()), 1)],
    }
    named = capital(str(known.get("title", ""))) or values["year"]
    return Filled(values, words.gettext("Memo, {title}").format(title=named), typed.untranslated)


def _period(study: Record, words: NullTranslations) -> str:
    days = [long_date(study.get(name), words) for name in ("begins", "ends")]
    return " – ".join(day for day in dict.fromkeys(days) if day)


def _part(number: int, part: Record, typed: Typed, words: NullTranslations) -> Values:
    code = KINDS[part["kind"]]
    kind = capital(words.gettext(code))
    title = typed(part["title"])
    return {
        "number": number,
        "day": short_date(part["day"]),
        "what": f"{kind}: {title}" if title else kind,
        "classes": typed(part["classes"]),
        "teachers": ",\n".join(signed(each) for each in part["teachers"]),
        "found": typed(part["text"]),
    }


def letter_values(heading: Record, letter: Record | None, paper: PaperLanguage) -> Filled:
    """Return a letter; without one a sentence says that there is none.

    A letter is {"number", "addressee", "title", "body"}; `heading` has its day as "date", and the "year".
    """
    typed, words = Typed(heading["language"], paper, heading["twins"]), texts(paper)
    known = letter or {"number": "", "addressee": "", "title": "", "body": ""}
    values = heading_values(heading, typed, words) | {
        "there": letter is not None,
        "year": school_year(heading["year"], words),
        "number": typed(known["number"]),
        "addressee": [typed(line) for line in known["addressee"].splitlines() if line.strip()],
        "title": typed(known["title"]),
        "body": [typed(line) for line in known["body"].splitlines() if line.strip()],
    }
    named = ", ".join(part for part in (known["number"] and f"№ {known['number']}", known["title"]) if part)
    title = words.gettext("Letter, {title}").format(title=named or values["year"])
    return Filled(values, title, typed.untranslated)


def _lines(text: str, typed: Typed) -> Sequence[str]:
    return [sentence(typed(line)) for line in text.splitlines() if line.strip()]
