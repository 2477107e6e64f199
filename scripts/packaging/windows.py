"""The version resource of the Windows programs: what Explorer shows under Details."""

import re
from collections.abc import Mapping
from typing import Any

_BRITISH_UNICODE = (0x0809, 1200)


def version_resource(project: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - PyInstaller has no types
    """The resource of the program ``name``. Only on Windows, where PyInstaller has what it takes."""
    from PyInstaller.utils.win32 import versioninfo as info

    numbers = four_numbers(project["version"])
    said = {
        "ProductName": "Advisor",
        "FileDescription": "Advisor" if name.endswith("-window") else "Advisor, command line",
        "ProductVersion": project["version"],
        "FileVersion": project["version"],
        "InternalName": name,
        "OriginalFilename": f"{name}.exe",
        "LegalCopyright": project["license"],
    }
    language, encoding = _BRITISH_UNICODE
    table = info.StringTable(f"{language:04x}{encoding:04x}", [info.StringStruct(key, value) for key, value in said.items()])
    return info.VSVersionInfo(
        ffi=info.FixedFileInfo(filevers=numbers, prodvers=numbers, OS=0x40004, fileType=0x1),
        kids=[info.StringFileInfo([table]), info.VarFileInfo([info.VarStruct("Translation", [language, encoding])])],
    )


def four_numbers(version: str) -> tuple[int, int, int, int]:
    """``1.2.3rc1`` as the four numbers that Windows wants: (1, 2, 3, 0)."""
    plain = [int(number) for number in re.findall(r"(?:^|\.)(\d+)", version.partition("+")[0])]
    first, second, third = (*plain, 0, 0, 0)[:3]
    return first, second, third, 0
