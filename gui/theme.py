"""Colours and type: paper, ink and one accent; everything else is data.

A theme is a set of values. `dressing` gives them to Qt; a widget that paints by itself asks the theme.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QPalette

# One family with Korean and Latin on each system, the best one first.
FAMILIES = [
    "Pretendard",
    "Noto Sans KR",
    "Noto Sans CJK KR",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "NanumSquare",  # of the Nanum fonts the one whose small figures (x₁) and > can be read
    "NanumBarunGothic",
    "NanumGothic",
    "sans-serif",
]
MONO_FAMILIES = ["JetBrains Mono", "Cascadia Mono", "Consolas", "Menlo", "Noto Sans Mono", "DejaVu Sans Mono"]
SMALL, BODY, LARGE = 12, 13, 17  # px
STEP = 8  # px: spacing goes in steps of this
PADDING = 12  # px: inside a panel or a card
EDGE = 4  # px: of paper around each dock; two of them and the separator make the gap


@dataclass(frozen=True)
class Theme:
    name: str
    paper: str  # behind everything
    card: str  # what a panel is written on
    sunken: str  # a field inside a card
    line: str  # hairlines and frames
    ink: str
    muted: str  # text that explains; still 4.5 : 1 on a card
    accent: str
    on_accent: str
    accent_soft: str
    negative: str
    positive: str
    wrong: str  # words that say so: darker than `positive` where that would be hard to read
    batch_axis: str
    feature_axis: str
    activation: str  # the far end of the map for activations

    @property
    def is_dark(self) -> bool:
        return self.name == "dark"


LIGHT = Theme(
    name="light",
    paper="#f7f6f1",
    card="#ffffff",
    sunken="#f7f6f1",
    line="#e2e0d8",
    ink="#1f2328",
    muted="#676b70",
    accent="#11766a",
    on_accent="#ffffff",
    accent_soft="#e4f1ee",
    negative="#0072b2",
    positive="#d55e00",
    wrong="#b34b00",
    batch_axis="#9a2f84",
    feature_axis="#8f6200",
    activation="#0b4f47",
)
DARK = Theme(
    name="dark",
    paper="#15171b",
    card="#1e2126",
    sunken="#15171b",
    line="#353a41",
    ink="#eceae3",
    muted="#a2a7ad",
    accent="#3fb8a9",
    on_accent="#0d1f1c",
    accent_soft="#1d3a37",
    negative="#4ba3dd",
    positive="#f08a4b",
    wrong="#f08a4b",
    batch_axis="#dd92cb",
    feature_axis="#e3b04b",
    activation="#9fe5da",
)
THEMES = {theme.name: theme for theme in (LIGHT, DARK)}

# Ten classes, told apart also by people who see few colours.
# Source: Petroff, Accessible color sequences for data visualization (2021), arXiv:2107.02270.
CLASS_COLOURS = (
    "#3f90da",
    "#ffa90e",
    "#bd1f01",
    "#94a4a2",
    "#832db6",
    "#a96b59",
    "#e76300",
    "#b9ac70",
    "#717581",
    "#92dadd",
)

Lut = NDArray[np.uint8]  # (256, 3) red, green, blue


def diverging(theme: Theme) -> Lut:
    """For signed values: negative colour, the card at zero, positive colour. Entry 128 is zero."""
    return _ramp((theme.negative, theme.card, theme.positive))


def sequential(theme: Theme) -> Lut:
    """For activations: from the card to the activation colour, in even steps of lightness."""
    return _ramp((theme.card, theme.activation))


def ink_map(theme: Theme) -> Lut:
    """For pictures of digits: from the card to ink."""
    return _ramp((theme.card, theme.ink))


@cache
def _ramp(colours: tuple[str, ...]) -> Lut:
    """Colours joined in 256 steps that look even. Mixed in OKLab (Ottosson 2020), where equal steps
    are seen as equal."""
    stops = np.array([_to_oklab(QColor(colour)) for colour in colours])  # (S, 3)
    positions = np.linspace(0, len(colours) - 1, 256)
    mixed = np.stack([np.interp(positions, range(len(colours)), stops[:, i]) for i in range(3)], axis=1)
    return _from_oklab(mixed)


_TO_LMS = np.array(
    [
        [0.4122214708, 0.5363325363, 0.0514459929],
        [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
    ]
)
_TO_LAB = np.array(
    [
        [0.2104542553, 0.7936177850, -0.0040720468],
        [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
    ]
)


def _to_oklab(colour: QColor) -> NDArray[np.float64]:
    rgb = np.array([colour.redF(), colour.greenF(), colour.blueF()])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    return np.asarray(_TO_LAB @ np.cbrt(_TO_LMS @ linear))


def _from_oklab(lab: NDArray[np.float64]) -> Lut:
    linear = np.clip((lab @ np.linalg.inv(_TO_LAB).T) ** 3 @ np.linalg.inv(_TO_LMS).T, 0, 1)
    rgb = np.where(linear <= 0.0031308, linear * 12.92, 1.055 * linear ** (1 / 2.4) - 0.055)
    return np.round(rgb * 255).astype(np.uint8)


def font(size: int = BODY, *, bold: bool = False) -> QFont:
    """The one type family, with figures that stand under each other."""
    result = QFont(FAMILIES)
    result.setPixelSize(size)
    result.setFeature(QFont.Tag("tnum"), 1)
    if bold:
        result.setWeight(QFont.Weight.DemiBold)
    return result


def mono_font(size: int = SMALL) -> QFont:
    """For code, and for shapes such as (100, 784)."""
    result = QFont([*MONO_FAMILIES, *FAMILIES])
    result.setPixelSize(size)
    result.setStyleHint(QFont.StyleHint.Monospace)
    return result


def scheme(theme: Theme) -> Qt.ColorScheme:
    return Qt.ColorScheme.Dark if theme.is_dark else Qt.ColorScheme.Light


def palette(theme: Theme) -> QPalette:
    result = QPalette()
    role = QPalette.ColorRole
    for where, colour in {
        role.Window: theme.paper,
        role.Base: theme.card,
        role.AlternateBase: theme.sunken,
        role.Button: theme.card,
        role.WindowText: theme.ink,
        role.Text: theme.ink,
        role.ButtonText: theme.ink,
        role.BrightText: theme.positive,
        role.PlaceholderText: theme.muted,
        role.ToolTipBase: theme.card,
        role.ToolTipText: theme.ink,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Accent: theme.accent,
        role.Link: theme.accent,
        role.Mid: theme.line,
    }.items():
        result.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, where, QColor(theme.muted))
    return result


# The window itself wears the same in every theme: to change it would be to polish all panels again.
WINDOW_SHEET = f"""
    QMainWindow::separator {{ background: transparent; width: {EDGE}px; height: {EDGE}px; }}
    QMainWindow::separator:hover {{ background: #2a978a; }}
    """


def style_sheet(theme: Theme) -> str:
    t = theme
    return f"""
    QDialog {{ background: {t.paper}; }}
    QToolTip {{ background: {t.card}; color: {t.ink}; border: 1px solid {t.line}; padding: 6px; }}
    QMenuBar {{ background: {t.card}; color: {t.ink}; padding: 0 8px; }}
    QMenuBar::item {{ background: transparent; padding: 4px 8px; border-radius: 4px; }}
    QMenuBar::item:selected {{ background: {t.accent_soft}; }}
    QMenu {{ background: {t.card}; border: 1px solid {t.line}; padding: 4px; }}
    QMenu::item {{ padding: 6px 28px 6px 24px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {t.accent_soft}; color: {t.ink}; }}
    QMenu::item:disabled {{ color: {t.muted}; }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
    QToolBar {{ background: {t.card}; border: none; border-bottom: 1px solid {t.line};
                padding: 6px 12px; spacing: {STEP}px; }}
    QStatusBar {{ background: {t.card}; color: {t.muted}; font-size: {SMALL}px;
                  border-top: 1px solid {t.line}; }}
    QStatusBar::item {{ border: none; }}
    QStatusBar QPushButton {{ padding: 1px 10px; font-size: {SMALL}px; }}
    QProgressBar {{ background: {t.sunken}; border: 1px solid {t.line}; border-radius: 4px;
                    max-height: 10px; }}
    QProgressBar::chunk {{ background: {t.accent}; border-radius: 3px; }}
    QFrame#card, QWidget#dockBody {{ background: {t.card}; border: 1px solid {t.line}; border-radius: 8px; }}
    QWidget#dockBody {{ border-top: none; border-top-left-radius: 0; border-top-right-radius: 0;
                        margin: 0 {EDGE}px {EDGE}px {EDGE}px; }}
    QWidget#dockTitle {{ background: {t.card}; border: 1px solid {t.line}; border-bottom: none;
                         border-top-left-radius: 8px; border-top-right-radius: 8px;
                         margin: {EDGE}px {EDGE}px 0 {EDGE}px; }}
    QLabel#cardTitle, QLabel#dockTitleText {{ font-weight: 600; }}
    QLabel#cardHint, QLabel#dockTitleHint, QLabel[muted="true"] {{ color: {t.muted}; font-size: {SMALL}px; }}
    QLabel[code="true"] {{ background: {t.sunken}; border-radius: 6px; padding: 0 {PADDING}px; }}
    QLabel[large="true"] {{ font-size: {LARGE}px; font-weight: 600; }}
    QPushButton, QToolButton {{ background: {t.card}; border: 1px solid {t.line}; border-radius: 6px;
                                padding: 5px 12px; color: {t.ink}; }}
    QToolButton {{ padding: 5px 8px; }}
    QPushButton:hover, QToolButton:hover {{ border-color: {t.accent}; }}
    QPushButton:focus, QToolButton:focus {{ border-color: {t.accent}; }}
    QPushButton:pressed, QToolButton:pressed {{ background: {t.accent_soft}; }}
    QPushButton:checked, QToolButton:checked {{ background: {t.accent_soft}; border-color: {t.accent};
                                                color: {t.ink}; font-weight: 600; }}
    QPushButton:disabled, QToolButton:disabled {{ color: {t.muted}; background: {t.sunken}; }}
    QPushButton[primary="true"] {{ background: {t.accent}; color: {t.on_accent}; border-color: {t.accent};
                                   font-weight: 600; }}
    QPushButton[primary="true"]:disabled {{ background: {t.sunken}; color: {t.muted};
                                            border-color: {t.line}; }}
    QPushButton[link="true"] {{ color: {t.accent}; background: transparent; border-color: transparent;
                                padding: 0; text-decoration: underline; text-align: left; }}
    QPushButton[link="true"]:focus {{ border-color: {t.accent}; }}
    QToolButton[flat="true"] {{ border-color: transparent; background: transparent; padding: 2px; }}
    QToolButton[flat="true"]:hover, QToolButton[flat="true"]:focus {{ border-color: {t.accent}; }}
    QToolButton[segment="true"] {{ border-radius: 0; margin: 0; padding: 6px 14px; }}
    QToolButton[segment="true"]:checked {{ background: {t.accent}; color: {t.on_accent}; }}
    QPushButton:checked:focus, QPushButton[primary="true"]:focus {{ border: 2px solid {t.ink};
                                                                   padding: 4px 11px; }}
    QToolButton:checked:focus {{ border: 2px solid {t.ink}; padding: 4px 7px; }}
    QToolButton[segment="true"]:checked:focus {{ border: 2px solid {t.ink}; padding: 5px 13px; }}
    QToolButton#qt_toolbar_ext_button {{ border-color: transparent; padding: 0; }}
    QToolButton::menu-indicator {{ subcontrol-position: right center; right: 6px; }}
    QToolButton[popupMode="2"] {{ padding-right: 22px; }}
    QLineEdit, QDoubleSpinBox, QSpinBox, QComboBox {{ background: {t.card}; border: 1px solid {t.line};
        border-radius: 4px; padding: 3px 6px; selection-background-color: {t.accent}; }}
    QLineEdit:focus, QDoubleSpinBox:focus, QSpinBox:focus, QComboBox:focus {{ border-color: {t.accent}; }}
    QSlider::groove:horizontal {{ background: {t.line}; height: 4px; border-radius: 2px; }}
    QSlider::handle:horizontal {{ background: {t.accent}; width: 14px; margin: -5px 0; border-radius: 7px; }}
    QSlider::handle:horizontal:focus {{ background: {t.card}; border: 3px solid {t.accent}; width: 8px; }}
    QSlider::handle:horizontal:disabled {{ background: {t.muted}; }}
    QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ width: 0; border: none; }}
    QTabBar::tab {{ background: transparent; color: {t.muted}; padding: 6px 14px; border: none; }}
    QTabBar::tab:selected {{ color: {t.ink}; border-bottom: 2px solid {t.accent}; font-weight: 600; }}
    QScrollArea {{ border: none; background: transparent; }}
    QScrollArea > QWidget > QWidget {{ background: transparent; }}
    QScrollArea QScrollBar:vertical {{ background: transparent; width: 6px; margin: 0; }}
    QScrollArea QScrollBar::handle:vertical {{ background: {t.line}; border-radius: 3px; min-height: 16px; }}
    QScrollArea QScrollBar::handle:vertical:hover {{ background: {t.muted}; }}
    QScrollArea QScrollBar::add-line, QScrollArea QScrollBar::sub-line {{ height: 0; }}
    QFrame#messageBar {{ background: {t.card}; border: 1px solid {t.positive}; border-radius: 6px;
                         border-left: 4px solid {t.positive}; }}
    """
