@echo off
rem The command of operators and newcomers on Windows, the counterpart of the script mypay: it finds a JDK, builds
rem what isn't built, and runs modules/cli. It does not notice changed sources: after a change, run
rem   mvn -Dmaven.test.skip=true package
rem Written without a Windows machine to try it on.
setlocal
set "root=%~dp0"
set "root=%root:~0,-1%"

set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java.exe"
set "version="
for /f "tokens=3" %%v in ('""%java%" -XshowSettings:properties -version 2^>^&1 ^| findstr /c:"java.specification.version""') do set "version=%%v"
if not defined version (
  echo No Java found: install a JDK 17 or newer, or set JAVA_HOME to one. 1>&2
  exit /b 2
)
for /f "tokens=1 delims=." %%v in ("%version%") do set "major=%%v"
if %major% LSS 17 (
  echo Java %version% is too old: MyPay runs on JDK 17 or newer. Set JAVA_HOME to one. 1>&2
  exit /b 2
)

if exist "%root%\modules\cli\target\cli.jar" if exist "%root%\ear\target\mypay.ear" if exist "%root%\liberty-config\target\liberty\wlp\bin\server.bat" goto run

where mvn >nul 2>&1
if errorlevel 1 (
  echo Maven not found: install Maven 3.8.6 or newer, so that MyPay can be built. 1>&2
  exit /b 2
)
echo Building MyPay, which takes some minutes.
pushd "%root%"
call mvn -B -ntp -Dmaven.test.skip=true package
set "built=%errorlevel%"
popd
if not "%built%"=="0" (
  echo The build failed: see above. 1>&2
  exit /b 2
)

:run
"%java%" -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 "-Dmypay.root=%root%" -jar "%root%\modules\cli\target\cli.jar" %*
exit /b %errorlevel%
