package dev.hallm.bot.settings;

import dev.hallm.bot.tenant.TenantName;
import java.util.regex.Pattern;

/** What a text in bot-config may look like. */
enum Form {
    TEXT("[^\\x00-\\x1f\\x7f]{1,200}", "text of 1 to 200 characters"),
    OPTIONAL_NAME("([a-z0-9]([-a-z0-9.]*[a-z0-9])?)?", "a Kubernetes name, or \"\" for none"),
    DNS_NAME(
            "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?)*",
            "a DNS name in lower case, such as example.com"),
    OPTIONAL_HTTPS_URL(
            "(https://[^\\s/@]+(/[^\\s@]*)?)?",
            "an https:// address, such as https://k8s.example.com:6443, or \"\" for none"),
    OPTIONAL_FILE("[^\\x00-\\x1f\\x7f]{0,200}", "a file, or \"\" for none"),
    COMMAND("[a-z][a-z0-9_-]{0,30}", "one word of at most 31 lower-case letters, digits, - and _, without slash"),
    NAME("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?", "lower-case letters, digits and hyphens"),
    TENANT(
            "[a-z0-9]([-a-z0-9]{0," + (TenantName.MAX_LENGTH - 2) + "}[a-z0-9])?",
            "the name of a tenant: at most " + TenantName.MAX_LENGTH + " lower-case letters, digits and hyphens"),
    RESOURCE(
            "([a-z0-9]([-a-z0-9.]*[a-z0-9])?/)?[A-Za-z0-9]([-A-Za-z0-9_.]*[A-Za-z0-9])?",
            "a Kubernetes resource name, such as nvidia.com/gpu"),
    NEED("required|optional", "required or optional"),
    CONDITION("[^\\x00-\\x08\\x0b-\\x1f\\x7f]{1,1000}", "a condition of 1 to 1000 characters"),
    CPU("", "cores, such as 4 or 500m"),
    BYTES("", "bytes, such as 16Gi"),
    CONSOLE_PERSON("[A-Za-z0-9_-]{1,64}", "one word of letters, digits, - and _"),
    SLACK_WORKSPACE("[TE][A-Z0-9]+", "a Slack workspace id, which starts with T or E"),
    SLACK_CHANNEL("[CG][A-Z0-9]+", "a Slack channel id, which starts with C or G"),
    SLACK_GROUP("S[A-Z0-9]+", "a Slack user group id, which starts with S"),
    SLACK_USER("[UW][A-Z0-9]+", "a Slack user id, which starts with U or W; names and e-mails are not ids"),
    DISCORD_ID("[0-9]{1,20}", "a Discord id, which is a number in quotes");

    private final Pattern pattern;
    private final String words;

    Form(String regex, String words) {
        this.pattern = Pattern.compile(regex);
        this.words = words;
    }

    boolean allows(String text) {
        return pattern.matcher(text).matches();
    }

    /** The regular expression, which a JSON schema understands too. */
    String regex() {
        return "^" + pattern.pattern() + "$";
    }

    /** What is allowed, for people. */
    String words() {
        return words;
    }
}
