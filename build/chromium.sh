# Sourced by ./test. The browser tests need a Chromium; where apt-get can install one, it does.

has_chromium() {
    for chromium_at in /usr/bin/chromium /usr/bin/chromium-browser /usr/bin/google-chrome; do
        [ -x "$chromium_at" ] && return 0
    done
    return 1
}

find_chromium() {
    has_chromium && return 0
    if command -v apt-get >/dev/null 2>&1; then
        echo 'test: no Chromium found, installing the apt package chromium'
        as_root=
        if [ "$(id -u)" -ne 0 ]; then as_root='sudo -n -E'; fi
        DEBIAN_FRONTEND=noninteractive $as_root apt-get update -qq </dev/null || true
        DEBIAN_FRONTEND=noninteractive $as_root apt-get install -y -qq --no-install-recommends chromium </dev/null || true
    fi
    has_chromium && return 0
    cat >&2 <<TEXT
test: the browser tests need Chromium, and there is none in /usr/bin.
fix: install it, for example the apt package chromium
TEXT
    return 1
}
