"""What kind of work the words of a plan's line name, in Kyrgyz and Russian."""

from __future__ import annotations

import re

from db.rules.alphabet import fold_words

# Folded: ө→о, ү→у, ң→н. A plural («ачык сабактардын графиги») or a preparation («отурумга даярдык») is other work.
_WORDS = {
    "visit": r"оз ара катыш|сабак\w* (?:оз ара )?катыш|взаимопосещ|посещени\w* урок",
    "open_lesson": r"ачык сабак(?!тар)|открыт(?:ый|ого) урок",
    "extracurricular": r"класстан тышка|внекласс|внеуроч|кечеси?\b|майрам(?!га)|утренник|экскурси",
    "subject_event": r"жумалы[кг]|декада|олимпиада|конкурс|мелдеш|предметн\w+ недел|недел\w* (?:\w+ )?предмет",
    "control_work": (
        r"текшеруу иш|контролдук иш|контрольн\w+ работ|жат жазуу|кочуруп жазуу|окуу техника|техник\w чтения|диктант"
        r"|тест(?:ти|и|тер)?\b|тестировани|срез|списывани"
    ),
    "norms": r"ченемди|норматив|буйру[кг]|приказ|стандарт|инструкци|жобо(?:ну|су|лор)?\b",
    "course": r"курс|квалификаци|аттестаци",
    "meeting": r"отурум(?:у|ун|ду|дар|дары)?\b|чогулуш(?:у|ун|ту)?\b|жыйын(?:ы|ын|ды)?\b|заседани|совещани|кенешме",
}
_KINDS = {kind: re.compile(rf"\b(?:{words})") for kind, words in _WORDS.items()}


def kind_of(text: str) -> str:
    """Return the kind of work that is named first in the text, `other` where none is."""
    folded = " ".join(fold_words(text))
    found = {kind: match.start() for kind, words in _KINDS.items() if (match := words.search(folded))}
    return min(found, key=lambda kind: found[kind], default="other")
