package dev.hallm.bot.kube;

import dev.hallm.bot.kube.ApiProblem.Cause;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a network policy must be to be stored; like the simulated clusters, this one enforces none. */
final class NetworkPolicies {
    private static final Set<String> PROTOCOLS = Set.of("TCP", "UDP", "SCTP");
    private static final Set<String> TYPES = Set.of("Ingress", "Egress");
    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]+");

    private NetworkPolicies() {}

    static void fill(ObjectNode spec) {
        if (!spec.has("policyTypes")) {
            Json.setDefault(
                    spec, "policyTypes", spec.has("egress") ? List.of("Ingress", "Egress") : List.of("Ingress"));
        }
        for (String direction : List.of("ingress", "egress")) {
            Json.each(spec.path(direction))
                    .forEach(rule ->
                            Json.each(rule.path("ports")).forEach(port -> Json.setDefault(port, "protocol", "TCP")));
        }
    }

    static List<Cause> problems(ObjectNode policy) {
        JsonNode spec = policy.path("spec");
        var causes = new ArrayList<Cause>();
        for (JsonNode type : spec.path("policyTypes")) {
            if (!TYPES.contains(type.asString())) {
                causes.add(Cause.invalid("spec.policyTypes", type.asString(), "Unsupported value"));
            }
        }
        causes.addAll(rules("spec.ingress", spec.path("ingress"), "from"));
        causes.addAll(rules("spec.egress", spec.path("egress"), "to"));
        return causes;
    }

    private static List<Cause> rules(String field, JsonNode rules, String peers) {
        var causes = new ArrayList<Cause>();
        for (int i = 0; i < rules.size(); i++) {
            String rule = field + "[" + i + "]";
            causes.addAll(ports(rule + ".ports", rules.get(i).path("ports")));
            JsonNode list = rules.get(i).path(peers);
            for (int j = 0; j < list.size(); j++) {
                causes.addAll(peer(rule + "." + peers + "[" + j + "]", list.get(j)));
            }
        }
        return causes;
    }

    private static List<Cause> ports(String field, JsonNode ports) {
        var causes = new ArrayList<Cause>();
        for (JsonNode port : ports) {
            String protocol = port.path("protocol").asString("TCP");
            if (!PROTOCOLS.contains(protocol)) {
                causes.add(Cause.invalid(field + ".protocol", protocol, "Unsupported value"));
            }
            int number = port.path("port").asInt(1);
            if (port.path("port").isNumber() && (number < 1 || number > 65_535)) {
                String range = "must be between 1 and 65535, inclusive";
                causes.add(Cause.invalid(field + ".port", Integer.toString(number), range));
            }
        }
        return causes;
    }

    private static List<Cause> peer(String field, JsonNode peer) {
        boolean selects = peer.has("podSelector") || peer.has("namespaceSelector");
        if (!selects && !peer.has("ipBlock")) {
            return List.of(Cause.required(field, "must specify a peer"));
        }
        if (selects && peer.has("ipBlock")) {
            return List.of(new Cause(
                    "FieldValueForbidden", field, "Forbidden: may not specify both ipBlock and another peer"));
        }
        return peer.has("ipBlock") ? block(field + ".ipBlock", peer.path("ipBlock")) : List.of();
    }

    private static List<Cause> block(String field, JsonNode block) {
        var causes = new ArrayList<Cause>();
        String cidr = block.path("cidr").asString("");
        if (!isRange(cidr)) {
            return List.of(Cause.invalid(field + ".cidr", cidr, "must be a valid CIDR value"));
        }
        for (JsonNode part : block.path("except")) {
            if (!isRange(part.asString())) {
                causes.add(Cause.invalid(field + ".except", part.asString(), "must be a valid CIDR value"));
            } else if (!isInside(cidr, part.asString())) {
                causes.add(Cause.invalid(field + ".except", part.asString(), "must be a strict subset of `cidr`"));
            }
        }
        return causes;
    }

    private static boolean isRange(String text) {
        String[] parts = text.split("/", -1);
        return parts.length == 2
                && ADDRESS.matcher(parts[0]).matches()
                && parts[1].matches("[0-9]{1,3}")
                && Integer.parseInt(parts[1]) <= bytes(parts[0]).length * 8;
    }

    private static boolean isInside(String whole, String part) {
        byte[] outer = bytes(whole.replaceAll("/.*", ""));
        byte[] inner = bytes(part.replaceAll("/.*", ""));
        int bits = Integer.parseInt(whole.replaceAll(".*/", ""));
        if (outer.length != inner.length || Integer.parseInt(part.replaceAll(".*/", "")) <= bits) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((outer[bit / 8] & mask) != (inner[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    private static byte[] bytes(String address) {
        return InetAddress.ofLiteral(address).getAddress();
    }
}
