package dev.hallm.bot.cluster.kube;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Kubernetes' own sentences in words for people. Only the wording comes from a text, never a decision. */
final class Words {
    private static final int LONGEST = 300;
    private static final Pattern QUOTA =
            Pattern.compile("exceeded quota: ([^,]+), requested: (.+), used: (.+), limited: (.+)$");
    private static final Pattern NODES = Pattern.compile("^\\d+/(\\d+) nodes are available: (.*)$");

    private Words() {}

    /** Whether a quota forbade it, and not a missing right. */
    static boolean isQuota(String refusal) {
        return QUOTA.matcher(refusal).find();
    }

    /** Why something was forbidden: {@code quota user-quota has no room: ...}. */
    static String ofRefusal(String message) {
        Matcher quota = QUOTA.matcher(message);
        if (quota.find()) {
            return "the quota " + quota.group(1) + " has no room: it asks for " + quota.group(2) + ", " + quota.group(3)
                    + " is in use and " + quota.group(4) + " is granted";
        }
        int forbidden = message.indexOf(" is forbidden: ");
        return shortened(forbidden < 0 ? message : message.substring(forbidden + " is forbidden: ".length()));
    }

    /** Why no node takes a pod: {@code waits for a node: none of 4 can take it, 3 without enough nvidia.com/gpu}. */
    static String ofScheduler(String message) {
        String head = message.split("\\.? preemption:", 2)[0].replaceAll("\\.$", "");
        Matcher nodes = NODES.matcher(head);
        if (!nodes.find()) {
            return "waits for a node: " + shortened(head);
        }
        return "waits for a node: none of " + nodes.group(1) + " can take it, "
                + shortened(nodes.group(2).replaceAll("(\\d+) Insufficient ", "$1 without enough "));
    }

    static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
