# Finds a JDK 25 and prints its folder; prints nothing and fails where there is none. Read by mvnw and vigil.
# Order: VIGIL_JAVA_HOME, JAVA_HOME, then the folders where JDKs are usually installed.
find_jdk_25() {
  for candidate in "${VIGIL_JAVA_HOME-}" "${JAVA_HOME-}" \
    /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
    /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME-}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$candidate" ] && [ -x "$candidate/bin/javac" ] && [ -r "$candidate/release" ] || continue
    case "$(grep '^JAVA_VERSION=' "$candidate/release" 2>/dev/null)" in
    JAVA_VERSION=\"25\"* | JAVA_VERSION=\"25.*) printf '%s\n' "$candidate" && return 0 ;;
    esac
  done
  return 1
}
