package dev.hallm.bot.cluster.kube;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hallm.bot.cluster.kube.NeededRights.Needed;
import io.fabric8.kubernetes.api.model.rbac.ClusterRole;
import io.fabric8.kubernetes.api.model.rbac.PolicyRule;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The roles of {@code manifests/bot} grant what the bot says it uses, and nothing else. */
class NeededRightsTest {
    private static final Path BASE = Path.of("manifests", "bot", "base");

    @Test
    void areThoseOfTheBotsRole() throws IOException {
        assertThat(granted(role("bot-role.yaml", "hallm-bot"))).isEqualTo(needed(NeededRights.everywhere()));
    }

    @Test
    void areThoseOfItsRoleInTenants() throws IOException {
        assertThat(granted(role("tenant-roles.yaml", BotRights.ROLE))).isEqualTo(needed(NeededRights.inTenants()));
    }

    @Test
    void areFoundInTheRoleByDoctor() throws IOException {
        var role = new TenantRole(role("tenant-roles.yaml", BotRights.ROLE).getRules());

        assertThat(NeededRights.inTenants())
                .allSatisfy(needed -> assertThat(needed.verbs()).allMatch(verb -> role.grants(needed, verb)));
        assertThat(role.grants(new Needed("", "serviceaccounts/token", List.of("create")), "create"))
                .as("a token of any account")
                .isFalse();
        assertThat(role.grants(new Needed("", "pods", List.of("create")), "create"))
                .isFalse();
    }

    @Test
    void nameNoWildcardAndNoEscalation() throws IOException {
        for (ClusterRole role : List.of(
                role("bot-role.yaml", "hallm-bot"),
                role("tenant-roles.yaml", BotRights.ROLE),
                role("tenant-roles.yaml", BotRights.OWNERS_ROLE))) {
            assertThat(granted(role))
                    .as(role.getMetadata().getName())
                    .noneMatch(right -> right.contains("*"))
                    .noneMatch(right -> right.endsWith(" escalate") || right.endsWith(" impersonate"));
        }
    }

    @Test
    void letAnOwnerTouchNothingThatBoundsHer() throws IOException {
        Set<String> owners = granted(role("tenant-roles.yaml", BotRights.OWNERS_ROLE));

        for (String bound : List.of(
                "networking.k8s.io/networkpolicies",
                "networking.k8s.io/ingresses",
                "/resourcequotas",
                "/limitranges",
                "/serviceaccounts",
                "/persistentvolumeclaims")) {
            assertThat(owners.stream().filter(right -> right.startsWith(bound + " ")))
                    .containsExactlyInAnyOrder(bound + " get", bound + " list", bound + " watch");
        }
        assertThat(owners)
                .noneMatch(right -> right.startsWith("/secrets ")
                        || right.startsWith("rbac.authorization.k8s.io/")
                        || right.startsWith("/serviceaccounts/token "));
    }

    private static Set<String> needed(List<Needed> rights) {
        var all = new TreeSet<String>();
        rights.forEach(right -> right.verbs().forEach(verb -> {
            String words = right.group() + "/" + right.resource();
            if (right.names().isEmpty()) {
                all.add(words + " " + verb);
            }
            right.names().forEach(name -> all.add(words + "=" + name + " " + verb));
        }));
        return all;
    }

    private static Set<String> granted(ClusterRole role) {
        var all = new TreeSet<String>();
        role.getRules().stream()
                .filter(rule -> rule.getNonResourceURLs().isEmpty())
                .forEach(rule -> rule.getVerbs().forEach(verb -> add(all, rule, verb)));
        return all;
    }

    private static void add(Set<String> all, PolicyRule rule, String verb) {
        rule.getApiGroups()
                .forEach(group -> rule.getResources().forEach(resource -> {
                    String words = group + "/" + resource;
                    if (rule.getResourceNames().isEmpty()) {
                        all.add(words + " " + verb);
                    }
                    rule.getResourceNames().forEach(name -> all.add(words + "=" + name + " " + verb));
                }));
    }

    private static ClusterRole role(String file, String name) throws IOException {
        Object parsed = new KubernetesSerialization().unmarshal(Files.readString(BASE.resolve(file)));
        Collection<?> all = parsed instanceof Collection<?> several ? several : List.of(parsed);
        return all.stream()
                .filter(ClusterRole.class::isInstance)
                .map(ClusterRole.class::cast)
                .filter(role -> role.getMetadata().getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
