package dev.hallm.bot.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsMistakesTest {
    private Written file;

    @BeforeEach
    void folderWithChart(@TempDir Path folder) {
        file = new Written(folder);
    }

    @Test
    void namesAllProblemsAtOnceWithAlignedLines() {
        String report = file.report("""
                chat:
                  command: /hallm
                sizes:
                  small:
                    cpu: 1..2
                    memory: 4Gi..8Gi
                    storage: 50Gi
                  standard:
                    cpu: 4..8
                    memory: 8Gi..16GB
                    storage: 100Gi
                approvals:
                  default:
                    from: admins
                """);

        assertThat(report).isEqualTo("""
                bot-config/bot.yaml has 3 problems
                  line  2  chat.command: "/hallm": expected one word of at most 31 lower-case letters, digits, - and _, \
                without slash
                  line 10  sizes.standard.memory: "8Gi..16GB": 16GB is not a quantity; did you mean 16Gi or 16G?
                  line 14  approvals.default.from: no role is called "admins"; roles are admin, approver, auditor, user""");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            platform: {domain: Example.com}                      | platform.domain: "Example.com": expected a DNS name
            platform: {domain: a..b}                             | platform.domain: "a..b": expected a DNS name
            platform: {time-zone: Europe/Berln}                  | did you mean Europe/Berlin?
            platform: {time-zone: here}                          | platform.time-zone: "here": no time zone
            platform: {support: 7}                               | platform.support: 7: expected text but this is a number
            platform: {support: true}                            | this is true or false; write "true" in quotes
            platform: {values: none}                             | platform.values: "none": expected keys below it
            platform: {values: {a: }}                            | platform.values.a: has no value
            platform: {values: &v {a: {b: *v}}}                  | platform.values.a.b: contains itself
            platform: {chart: charts/none}                       | "charts/none": no Chart.yaml in this folder
            platform: {chart: oci://registry.example.com/stack}  | expected oci://registry/path:version
            chat: {channles: {}}                                 | chat.channles: unknown key "channles"; Keys here are
            chat: {slack: {channles: {}, workspace: T1}}         | unknown key "channles"; did you mean "channels"?
            chat: {comand: hallm}                                | unknown key "comand"; did you mean "command"?
            chat: {slack: {workspace: T1}}                       | chat.slack.channels: missing; expected these keys below
            chat: {slack: {workspace: T1, channels: {approvals: "#ap"}}} | "#ap": expected a Slack channel id
            chat: {discord: {guild: 17, channels: {}}}           | chat.discord.guild: 17: expected text but this is a number
            chat: {console: {people: ana}}                       | chat.console.people: "ana": expected a list
            chat: {console: {people: [ana@example.com]}}         | chat.console.people[0]: "ana@example.com": expected one word
            chat: {console: {people: [ana]}, console: {}}        | chat.console: written twice, first in line 1; keep one
            chat: []                                             | chat: a list of 0: expected these keys below it
            roles: {admin: {console: [ana]}}                     | roles.admin.console[0]: "ana": not in chat.console.people
            roles: {admin: {slack: {users: [U1]}}}               | roles.admin.slack: there is no Slack
            roles: {admin: {discord: {roles: ["1"]}}}            | roles.admin.discord: there is no Discord
            roles: {admin: {slack: {users: [bob]}}}              | names and e-mails are not ids
            roles: {admin: {slack: {members: yes}}}              | "yes": write true or false, without quotes
            roles: {admins: {}}                                  | unknown key "admins"; did you mean "admin"?
            sizes: {}                                            | sizes: empty: expected at least one size
            sizes: {Big: {cpu: 1, memory: 1Gi, storage: 1Gi}}    | sizes.Big: "Big": expected lower-case letters
            sizes: {a: {cpu: 1, memory: 1Gi}}                    | sizes.a.storage: missing; expected bytes, such as 16Gi
            sizes: {a: {cpu: 8..4, memory: 1Gi, storage: 1Gi}}   | "8..4": the request 8 is above the limit 4
            sizes: {a: {cpu: 4 cores, memory: 1Gi, storage: 1Gi}} | 4 cores is not a quantity; did you mean 4?
            sizes: {a: {cpu: 4.., memory: 1Gi, storage: 1Gi}}    | "4..": a side is empty; write cores
            sizes: {a: {cpu: 4Gi, memory: 1Gi, storage: 1Gi}}    | 4Gi is too much; write cores
            sizes: {a: {cpu: -1, memory: 1Gi, storage: 1Gi}}     | -1 is not above 0
            sizes: {a: {cpu: 1, memory: 16, storage: 1Gi}}       | 16 is less than 1Mi; did you mean 16Gi?
            sizes: {a: {cpu: 1, memory: 16gb, storage: 1Gi}}     | did you mean 16Gi or 16G?
            sizes: {a: {cpu: 1, memory: lots, storage: 1Gi}}     | lots is not a quantity; write bytes
            sizes: {a: {cpu: 1, memory: 1Gi, storage: 1Gi, gpu: 65}}  | sizes.a.gpu: 65: expected a whole number from 0 to 64
            sizes: {a: {cpu: 1, memory: 1Gi, storage: 1Gi, gpu: "1"}} | without quotes
            approvals: {default: {count: -1}}                    | approvals.default.count: -1: expected a whole number from 0
            approvals: {default: {reason: yes}}                  | approvals.default.reason: "yes": expected required or optional
            approvals: {rules: [{name: a}]}                      | approvals.rules[0].when: missing
            approvals: {rules: [{when: "true"}]}                 | approvals.rules[0].name: missing
            approvals: {rules: [{name: a, when: "true", cuont: 1}]} | unknown key "cuont"; did you mean "count"?
            approvals: {rules: [{name: default, when: "true"}]}  | approvals.rules[0].name: "default": another rule has this name
            approvals: {rules: [{name: a, when: "true"}, {name: a, when: "true"}]} | approvals.rules[1].name: "a": another rule
            approvals: {rules: [{name: a, when: 'operation.knd == "provision"'}]} | approvals.rules[0].when: operation.knd is no fact; did you mean operation.kind?
            approvals: {rules: [{name: a, when: 'operation.kind'}]} | approvals.rules[0].when: character 10: expected type 'bool' but found 'string'
            approvals: {rules: [{name: a, when: 'operation.kind == 3'}]} | found no matching overload for '_==_' applied to '(string, int)'
            approvals: {rules: [{name: a, when: 'true &&'}]}     | approvals.rules[0].when: character
            approvals: {rules: [{name: a, when: "true", expires: 2h, remind-after: [1h, 3h]}]} | approvals.rules[0].remind-after[1]: comes when
            approvals: {default: {expires: 8 hours}}             | 8 hours is not a duration; write 30m, 8h or 3d
            approvals: {default: {expires: 8}}                   | 8 is not a duration; did you mean 8m or 8h?
            approvals: {default: {expires: 9999d}}               | "9999d": write a duration from 1m to 366d
            limits: {tenants-per-owner: 99999999999999999999}    | expected a whole number from 1 to 1000
            limits: {tenants_per_owner: 1}                       | did you mean "tenants-per-owner"?
            limits: {reserved-names: [Admin]}                    | limits.reserved-names[0]: "Admin": expected the name of
            gpu: {resource: "a b"}                               | gpu.resource: "a b": expected a Kubernetes resource name
            gpu: {runtime-class: "Nvidia!"}                      | gpu.runtime-class: "Nvidia!": expected a Kubernetes name
            models: {allow: []}                                  | models: unknown key "models"
            """)
    void saysWhatItGotAndWhatIsAllowed(String text, String expected) {
        String report = file.report(text);

        assertThat(report).contains(expected).contains("  line 1  ");
    }

    @Test
    void pointsAtTheLineOfTheMistypedKeyItself() {
        assertThat(file.report("""
                chat:
                  command: hallm
                  consle: {}
                """)).contains("line 3  chat.consle: unknown key");
    }

    @Test
    void pointsAtTheLineOfAListItem() {
        assertThat(file.report("""
                chat:
                  console:
                    people:
                      - ana
                      - b o
                """)).contains("line 5  chat.console.people[1]: \"b o\"");
    }

    @Test
    void namesTheNewPlaceOfAMovedKey() {
        String report = file.report("chat: {language: en}", Map.of("chat.language", "platform.language"));

        assertThat(report).contains("chat.language: this key has moved; write it as platform.language");
    }

    @Test
    void explainsATabInTheIndentation() {
        assertThat(file.report("chat:\n\tcommand: hallm\n"))
                .contains("line 2  this is not YAML")
                .contains("indent with spaces, not with a tab");
    }

    @Test
    void explainsBrokenYamlWithItsLine() {
        assertThat(file.report("chat:\n  command: hallm\n bad: [\n")).contains("has 1 problem\n  line ");
    }

    @Test
    void refusesAFileThatIsNoMapping() {
        assertThat(file.report("- one\n")).contains("line 1  expected keys such as platform: and sizes:");
    }

    @Test
    void neverRepeatsWhatLooksLikeASecret() {
        String report = file.report("chat: {slack: {workspace: xoxb-1-verysecret, channels: {}}}");

        assertThat(report).contains("chat.slack.workspace").doesNotContain("verysecret");
    }

    @Test
    void reportsOneMistakeOnceNotItsConsequences() {
        String report = file.report("""
                chat: {console: {peple: [ana]}}
                roles: {admin: {console: [ana]}}
                """);

        assertThat(report).startsWith("bot-config/bot.yaml has 1 problem\n");
    }
}
