"""Fill a Word template with plain values. Slow libraries are loaded here, so nothing imports this before F5."""

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from lxml.etree import LxmlError, XMLParser, fromstring

from db.errors import Refused
from db.rules.text import plain
from templates_docx.sandbox import PaperEnvironment, UnknownField, fields, nearest_field

UNPACKED = 20_000_000
"""The largest size of an unpacked template, in bytes; ours have a five-hundredth of it."""
PARTS = 200
"""The largest number of parts in a template."""
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_PROPERTY = (
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{pid}" name="{name}">'
    "<vt:lpwstr>{value}</vt:lpwstr></property>"
)
_PROPERTIES = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"'
    ' xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{properties}</Properties>'
)


class _Filling(DocxTemplate):  # type: ignore[misc]
    """docxtpl without what we do not want: repairing broken XML in silence, filling document properties."""

    def fix_tables(self, xml: str) -> Any:
        return fromstring(xml, XMLParser(resolve_entities=False))

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Leave the properties alone: user text in them would be read as a template."""


def render(template: Path, values: dict[str, Any], *, title: str = "", final: bool = False) -> bytes:
    """Fill a template and return the Word file's bytes; nothing is written.

    `title` becomes the document's title property, `final` marks a paper that must never be overwritten.
    Raises Refused: template_broken, template_forbidden(name), template_unknown_field(name, nearest, known),
    template_too_long. Raises TypeError when a value is not plain.
    """
    clean = plain_values(values)
    _check_package(template)
    filling = _Filling(template)
    try:
        filling.render(clean, PaperEnvironment())
    except UnknownField as unknown:
        name = str(unknown)
        known = tuple(sorted(fields(clean)))
        raise Refused("template_unknown_field", name=name, nearest=nearest_field(name, clean), known=known) from None
    except (TemplateError, LxmlError, TypeError, ValueError) as broken:
        raise Refused("template_broken", name=template.name, reason=str(broken)) from broken
    return _packed(filling, plain(title, multiline=False), final)


def plain_values(value: Any) -> Any:
    """Copy the values, text through the one gate; TypeError for anything but dicts, lists, strings, numbers, None."""
    if isinstance(value, str):
        return plain(value)
    if type(value) is dict:
        return {str(key): plain_values(inner) for key, inner in value.items()}
    if type(value) in (list, tuple):
        return [plain_values(inner) for inner in value]
    if value is None or type(value) in (int, bool):
        return "" if value is None else value
    raise TypeError(f"a paper prints plain values only, not {type(value).__name__}")


def content_digest(parts: dict[str, bytes]) -> str:
    """Return the SHA-256 of what a person can change in Word: every part but the properties and the wiring."""
    seen = sha256()
    for name in sorted(parts):
        if name.startswith("word/") and not name.endswith(".rels"):
            seen.update(f"{name}\0{len(parts[name])}\0".encode())
            seen.update(parts[name])
    return seen.hexdigest()


def _check_package(template: Path) -> None:
    """Refuse what is no Word file, is far too large unpacked, or declares entities."""
    try:
        with ZipFile(template) as package:
            infos = package.infolist()
            if len(infos) > PARTS or sum(info.file_size for info in infos) > UNPACKED:
                raise Refused("file_unsafe", name=template.name)
            texts = [package.read(info) for info in infos if info.filename.endswith((".xml", ".rels"))]
    except (BadZipFile, OSError) as broken:
        raise Refused("template_broken", name=template.name, reason=str(broken)) from broken
    if any(b"<!DOCTYPE" in text[:4096] for text in texts):
        raise Refused("file_unsafe", name=template.name)


def _packed(filling: _Filling, title: str, final: bool) -> bytes:
    document = filling.docx
    document.core_properties.title = title[:255]
    package = document.part.package
    for key in [key for key, relation in package.rels.items() if relation.reltype == _RELATION]:
        del package.rels[key]
    parts = {part.partname.lstrip("/"): part.blob for part in package.iter_parts()}
    marks = {"BirikmeDigest": content_digest(parts)} | ({"BirikmeFinal": "1"} if final else {})
    lines = (_PROPERTY.format(pid=pid, name=name, value=marks[name]) for pid, name in enumerate(marks, 2))
    blob = _PROPERTIES.format(properties="".join(lines)).encode()
    package.relate_to(Part(PackURI("/docProps/custom.xml"), _TYPE, blob, package), _RELATION)
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()
