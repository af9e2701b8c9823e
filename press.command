#!/bin/sh
# Double click on macOS, `sh press.command` elsewhere: finds a Python and hands over; the rest is in hooks/press.py.
cd "$(dirname "$0")" || exit 1
found=
for one in python3 python3.14 python3.13 python3.12 python3.11 python; do
  if "$one" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; then
    found=$one
    break
  fi
done
if [ -n "$found" ]; then
  "$found" hooks/press.py "$@"
  code=$?
else
  echo '这台电脑没有 Python 3.11 或更新的版本：请到 https://www.python.org/downloads/ 下载安装，装好后再打开这个文件。'
  echo 'Python 3.11 or newer is needed: from python.org.'
  code=1
fi
if [ $# -eq 0 ]; then
  printf '按回车键关上 press Enter to close '
  read -r _
fi
exit "$code"
