"""Proofs said shortly."""

from db.rules.proof_words import joined


def test_proofs_of_one_class_and_subject_stand_together() -> None:
    marks = ("Σ 70,0 % · 4-А · математика · I 68,0 %", "4-А · математика · II 72,0 %", "4-Б · математика · I 70,0 %")
    said = "Σ 70,0 % · 4-А · математика · I 68,0 %, II 72,0 %; 4-Б · математика · I 70,0 %"
    assert joined(marks) == said
    lessons = ("20.11.2026 · Сандар", "20.11.2026 · Сандар", "Диплом № 3", "Диплом № 3")
    assert joined(lessons) == "; ".join(lessons)
    assert joined(()) == ""
