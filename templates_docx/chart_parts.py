"""Native Word charts: python-pptx's chart XML and workbook as parts of a Word file. Loaded only by `render`.

Series differ by pattern, marker and dash, so that a copy in black and white tells as much as one in colour.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from io import BytesIO
from typing import Any

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from lxml.etree import tostring
from pptx.chart.chart import Chart
from pptx.chart.data import CategoryChartData
from pptx.chart.xlsx import CategoryWorkbookWriter
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.dml.color import RGBColor
from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_MARKER_STYLE,
    XL_TICK_LABEL_POSITION,
)
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.oxml import parse_xml as parse_chart
from pptx.oxml.ns import nsdecls as names
from pptx.oxml.ns import qn as chart_name
from pptx.util import Pt
from xlsxwriter import Workbook

from db.rules.quality import NOTHING
from templates_docx.charts import Placing, span, value
from templates_docx.values import Values

MILLIMETRE = 36_000
"""In the units of a drawing."""
HEIGHT, HIGHEST = 70, 150
"""A chart's height in millimetres, so that a page in landscape holds two, and the most that it holds."""
BAR = 7
"""The height of a bar with the space around it, in millimetres."""
TALL, FEW_LINES = 85, 3
"""The height of a chart of more lines than these, whose numbers would else stand on one another."""
CROWDED = 24
"""With more numbers than these, those above columns stand upright."""
TYPES = {
    "column": XL_CHART_TYPE.COLUMN_CLUSTERED, "line": XL_CHART_TYPE.LINE_MARKERS, "bar": XL_CHART_TYPE.BAR_CLUSTERED,
}  # fmt: skip
FILLS = (
    (None, 0x1F3864), (MSO_PATTERN.WIDE_UPWARD_DIAGONAL, 0x000000), (None, 0xC8C8C8),
    (MSO_PATTERN.SMALL_GRID, 0x444444), (MSO_PATTERN.DARK_HORIZONTAL, 0x6A2C70), (None, 0xFFFFFF),
)  # fmt: skip
"""A pattern, or one colour, and that colour or the pattern's: dark and light take turns."""
COLOURS = (0x1F3864, 0x7A3E00, 0x3B6B35, 0x444444, 0x6A2C70, 0x000000)
"""Of a line, by series; all are dark."""
BESIDE = (XL_LABEL_POSITION.ABOVE, XL_LABEL_POSITION.BELOW, XL_LABEL_POSITION.RIGHT, XL_LABEL_POSITION.LEFT)
"""On which side of its markers a line has its numbers, by series."""
LINES = (
    (XL_MARKER_STYLE.CIRCLE, MSO_LINE.SOLID), (XL_MARKER_STYLE.SQUARE, MSO_LINE.DASH),
    (XL_MARKER_STYLE.TRIANGLE, MSO_LINE.ROUND_DOT), (XL_MARKER_STYLE.DIAMOND, MSO_LINE.DASH_DOT),
    (XL_MARKER_STYLE.X, MSO_LINE.LONG_DASH), (XL_MARKER_STYLE.PLUS, MSO_LINE.DASH_DOT_DOT),
)  # fmt: skip
"""A marker and a dash, by series."""
AXES = (2068027336, 2113994440)
CREATED = datetime(2026, 1, 1)
"""A workbook's day, always the same: the same numbers make the same file."""


def place(document: Any, placing: Placing) -> None:
    """Draw the charts where their marks stand in a filled document (python-docx)."""
    for text in list(document.element.body.iter(qn("w:t"))):
        for chart in placing.found(text.text or ""):
            text.addprevious(_drawing(document, chart))
            text.text = ""


def _drawing(document: Any, chart: Values) -> Any:
    """Add a chart's parts to the document; return the element that shows it, as wide as the text."""
    section = document.sections[-1]
    width = section.page_width - section.left_margin - section.right_margin
    drawing = parse_xml(
        f"<w:drawing {nsdecls('w', 'wp', 'a', 'c', 'r')}><wp:inline distT='0' distB='0' distL='0' distR='0'>"
        f"<wp:extent cx='{width}' cy='{_height(chart) * MILLIMETRE}'/><wp:docPr id='{_next_id(document)}' name=''/>"
        f"<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri='{nsdecls('c').partition('=')[2][1:-1]}'>"
        f"<c:chart r:id='{_related(document.part, chart)}'/></a:graphicData></a:graphic></wp:inline></w:drawing>"
    )
    properties = drawing.find(f".//{qn('wp:docPr')}")
    properties.set("name", chart["title"][:200])
    properties.set("descr", _described(chart))
    return drawing


def _height(chart: Values) -> int:
    bars = len(chart["categories"]) * len(chart["series"])
    if chart["chart"] == "bar":
        return min(HIGHEST, 32 + BAR * bars)
    return TALL if chart["chart"] == "line" and len(chart["series"]) > FEW_LINES else HEIGHT


def _described(chart: Values) -> str:
    """The numbers in words, for those who cannot see a picture."""

    def numbers(values: list[str]) -> str:
        return "; ".join(
            f"{at} – {printed or NOTHING}" for at, printed in zip(chart["categories"], values, strict=True)
        )

    lines = (f"{of['name']}: {numbers(of['values'])}" for of in chart["series"])
    return f"{chart['title']}. {' | '.join(lines)}"


def _next_id(document: Any) -> int:
    return max((int(each.get("id") or 0) for each in document.element.body.iter(qn("wp:docPr"))), default=0) + 1


def _related(main: Any, chart: Values) -> str:
    """Put a chart and its workbook into the package; return the relation's key in the main part."""
    package = main.package
    data = _data(chart)
    xml = ChartXmlWriter(TYPES[chart["chart"]], data).xml
    for axis in AXES:  # the standard's axes are not numbered below nothing, as python-pptx's are
        xml = xml.replace(f'"-{axis}"', f'"{axis}"')
    element = parse_chart(xml.encode())
    _draw(Chart(element, None), chart)
    sheet_at = package.next_partname("/word/embeddings/chart%d.xlsx")
    part = Part(package.next_partname("/word/charts/chart%d.xml"), CONTENT_TYPE.DML_CHART, b"", package)
    sheet = Part(PackURI(sheet_at), CONTENT_TYPE.SML_SHEET, _Sheet(data).xlsx_blob, package)
    outside = element.get_or_add_externalData()
    outside.rId = part.relate_to(sheet, RELATIONSHIP_TYPE.PACKAGE)
    part._blob = tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
    return str(main.relate_to(part, RELATIONSHIP_TYPE.CHART))


class _Sheet(CategoryWorkbookWriter):  # type: ignore[misc]
    """python-pptx's workbook, in which what people typed is never a formula or a link."""

    @contextmanager
    def _open_worksheet(self, xlsx_file: BytesIO) -> Iterator[Any]:
        plain = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        with Workbook(xlsx_file, plain) as workbook:
            workbook.set_properties({"created": CREATED})
            yield workbook, workbook.add_worksheet("Sheet1")


def _data(chart: Values) -> Any:
    data = CategoryChartData(number_format=_format(chart))
    data.categories = chart["categories"]
    for of in chart["series"]:
        data.add_series(of["name"], [value(each) for each in of["values"]])
    return data


def _format(chart: Values) -> str:
    """How many places a number has, with the comma of Russian where the program asks for the language of a number."""
    return "[$-419]0." + "0" * chart["places"] if chart["places"] else "0"


def _draw(drawn: Any, chart: Values) -> None:
    """Give a chart its title, legend, axes and labels, and each series what tells it apart."""
    drawn.font.size, drawn.font.name = Pt(10), "Times New Roman"
    drawn.has_title = True
    drawn.chart_title.text_frame.text = chart["title"]
    title = drawn.chart_title.text_frame.paragraphs[0].font
    title.size, title.bold = Pt(11), True
    drawn.has_legend = len(chart["series"]) > 1
    if drawn.has_legend:
        drawn.legend.position, drawn.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    _axes(drawn, chart)
    plot = drawn.plots[0]
    if chart["chart"] != "line":
        plot.gap_width, plot.overlap, plot.vary_by_categories = 60, 0, False
    for number, series in enumerate(plot.series):
        (_draw_line if chart["chart"] == "line" else _draw_fill)(series, number)
        _label(series, number, chart)
    _frame(drawn._chartSpace)


def _frame(space: Any) -> None:
    """Set what python-pptx leaves open: the language, right angles, white ground without a border."""
    first = space.find(chart_name("c:date1904"))
    for name, said in (("c:roundedCorners", "0"), ("c:lang", "ru-RU")):
        first.addnext(space.makeelement(chart_name(name), {"val": said}))
    ground = '<a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln>'
    space.find(chart_name("c:chart")).addnext(parse_chart(f"<c:spPr {names('c', 'a')}>{ground}</c:spPr>"))


def _axes(drawn: Any, chart: Values) -> None:
    across, up = drawn.category_axis, drawn.value_axis
    across.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    up.major_gridlines.format.line.color.rgb = _colour(0xBFBFBF)
    up.tick_labels.number_format, up.tick_labels.number_format_is_linked = (
        "0" if chart["percent"] else "[$-419]0.0",
        False,
    )
    if chart["percent"]:
        up.minimum_scale, up.maximum_scale, up.major_unit = span(chart)
    if chart["chart"] == "bar":
        across.reverse_order = True
        up.tick_label_position = XL_TICK_LABEL_POSITION.HIGH


def _draw_fill(series: Any, number: int) -> None:
    pattern, colour = FILLS[number]
    series.invert_if_negative = False
    fill = series.format.fill
    if pattern is None:
        fill.solid()
    else:
        fill.patterned()
        fill.pattern, fill.back_color.rgb = pattern, _colour(0xFFFFFF)
    fill.fore_color.rgb = _colour(colour)
    series.format.line.color.rgb, series.format.line.width = _colour(0), Pt(0.75)


def _draw_line(series: Any, number: int) -> None:
    (marker, dash), colour = LINES[number], _colour(COLOURS[number])
    series.smooth = False
    series.format.line.color.rgb, series.format.line.width = colour, Pt(1.75)
    series.format.line.dash_style = dash
    series.marker.style, series.marker.size = marker, 8
    fill = series.marker.format.fill
    fill.solid()
    fill.fore_color.rgb = _colour(0xFFFFFF) if number % 2 else colour
    series.marker.format.line.color.rgb = colour


def _label(series: Any, number: int, chart: Values) -> None:
    """Write every number beside what it draws; many of them small, and upright above columns."""
    many = len(chart["categories"]) * len(chart["series"]) > CROWDED
    labels = series.data_labels
    labels.number_format, labels.number_format_is_linked = _format(chart), False
    labels.show_value, labels.font.size = True, Pt(8 if many else 9)
    labels.position = BESIDE[number % len(BESIDE)] if chart["chart"] == "line" else XL_LABEL_POSITION.OUTSIDE_END
    if many and chart["chart"] == "column":
        labels._element.find(f".//{chart_name('a:bodyPr')}").set("rot", "-5400000")


def _colour(value: int) -> Any:
    return RGBColor(value >> 16, value >> 8 & 255, value & 255)
