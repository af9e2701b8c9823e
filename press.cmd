@echo off
chcp 65001 >nul
setlocal
cd /d "%~dp0"
set "PYTHONUTF8=1"
set "PYTHON="
py -3 --version >nul 2>nul && set "PYTHON=py -3"
if not defined PYTHON python --version >nul 2>nul && set "PYTHON=python"
if not defined PYTHON goto missing
%PYTHON% hooks\press.py %*
set "CODE=%ERRORLEVEL%"
goto end
:missing
set "CODE=1"
echo 这台电脑没有 Python。请到 https://www.python.org/downloads/ 下载 3.11 或更新的版本，
echo 安装时勾选 Add python.exe to PATH；也可以在 Microsoft Store 里搜 Python 安装。装好后再双击这个文件。
echo Python 3.11 or newer is needed: from python.org, or search for Python in the Microsoft Store.
:end
if "%~1"=="" pause
exit /b %CODE%
