# Gives Home Assistant its configuration, and trust in the ingress controller unless its owner wrote "http:" already.
set -eu
cd /config
mkdir -p themes
for file in automations scripts scenes; do
  [ -e "$file.yaml" ] || touch "$file.yaml"
done
[ -e configuration.yaml ] || cp /defaults/configuration.yaml configuration.yaml
if ! grep -q '^http:' configuration.yaml; then
  { cat configuration.yaml; echo; cat /defaults/http.yaml; } > configuration.yaml.new
  mv configuration.yaml.new configuration.yaml
fi
