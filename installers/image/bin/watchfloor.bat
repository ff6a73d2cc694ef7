@echo off
rem Starts Watchfloor from wherever it was unpacked. JAVA_HOME, else java from the PATH, must be JDK 25 or newer.
setlocal
set "HOME_DIR=%~dp0.."
set "JAVA=java"
if defined JAVA_HOME if exist "%JAVA_HOME%\bin\java.exe" set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -version >nul 2>&1
if errorlevel 1 (
  echo watchfloor: no Java found; install JDK 25 or newer, or point JAVA_HOME at one 1>&2
  exit /b 2
)
set "HEAP=-Xmx384m"
echo( %* | findstr /c:"--headless" >nul && set "HEAP=-Xmx192m"
set "AOT="
if exist "%HOME_DIR%\lib\watchfloor.aot" if not defined WATCHFLOOR_JAVA_OPTS set AOT="-XX:AOTCache=%HOME_DIR%\lib\watchfloor.aot"
"%JAVA%" "@%HOME_DIR%\lib\java.options" %HEAP% %AOT% %WATCHFLOOR_JAVA_OPTS% -cp "%HOME_DIR%\lib\*" org.watchfloor.app.Watchfloor %*
exit /b %ERRORLEVEL%
