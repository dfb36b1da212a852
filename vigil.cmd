@echo off
rem Vigil's launcher for Windows: finds a JDK 25, builds what is missing, and runs. See vigil for the commands.
rem It builds only where nothing was built yet; after a change run mvnw package -DskipTests.
setlocal EnableDelayedExpansion
set "HOME_DIR=%~dp0"
if "%HOME_DIR:~-1%"=="\" set "HOME_DIR=%HOME_DIR:~0,-1%"

if "%~1"=="" goto usage

set "JDK="
for %%D in ("%VIGIL_JAVA_HOME%" "%JAVA_HOME%") do call :look %%D
for /d %%D in ("%ProgramFiles%\Eclipse Adoptium\jdk-25*" "%ProgramFiles%\Java\jdk-25*" "%ProgramFiles%\Microsoft\jdk-25*" "%ProgramFiles%\Zulu\zulu-25*" "%USERPROFILE%\.jdks\*25*") do call :look "%%D"
if not defined JDK (
  >&2 echo vigil: No JDK 25 was found in VIGIL_JAVA_HOME, JAVA_HOME and the usual folders. Install one, such as Eclipse Temurin 25, or set VIGIL_JAVA_HOME to its folder.
  exit /b 1
)

if not exist "%HOME_DIR%\app\target\lib" call :build || exit /b 1
if not exist "%HOME_DIR%\device-agent\agent\target\lib" call :build || exit /b 1
for %%J in ("%HOME_DIR%\device-agent\agent\target\vigil-agent-*.jar") do set "AGENT_JAR=%%~fJ"
for %%J in ("%HOME_DIR%\app\target\vigil-app-*.jar") do set "APP_JAR=%%~fJ"
set "AGENT_PATH=%AGENT_JAR%;%HOME_DIR%\device-agent\agent\target\lib\*"
set "APP_PATH=%APP_JAR%;%HOME_DIR%\app\target\lib\*"
set "FLAGS=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"

if "%~1"=="agent" goto agent
if "%~1"=="app" goto app
if "%~1"=="demo" goto app
if "%~1"=="bench" goto app
>&2 echo vigil: there is no command "%~1".
goto usage

:agent
set "REST="
shift
:more
if not "%~1"=="" (
  set "REST=!REST! "%~1""
  shift
  goto more
)
"%JDK%\bin\java" %FLAGS% -cp "%AGENT_PATH%" io.vigil.agent.AgentMain !REST!
exit /b %ERRORLEVEL%

:app
"%JDK%\bin\java" %FLAGS% "-Dvigil.home=%HOME_DIR%" "-Dvigil.agent.path=%AGENT_PATH%" -cp "%APP_PATH%" io.vigil.app.AppMain %*
exit /b %ERRORLEVEL%

:look
if defined JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
findstr /b /c:"JAVA_VERSION=\"25" "%~1\release" >nul 2>&1 && set "JDK=%~1"
exit /b 0

:build
>&2 echo Building Vigil (the first time this fetches what it is built of) ...
set "JAVA_HOME=%JDK%"
call "%HOME_DIR%\mvnw.cmd" -q -f "%HOME_DIR%\pom.xml" -Dmaven.test.skip=true package 1>&2
exit /b %ERRORLEVEL%

:usage
>&2 echo usage: vigil demo ^| app ^| agent [status ^| replay FILE ^| enrol ID] ^| bench [NAME...]    each with --help
exit /b 2
