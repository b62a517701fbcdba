package dev.hallm.bot.jar;

import java.util.List;

/** Ana asks on the console, bo approves. */
final class ConsoleCourse implements Course {
    @Override
    public void onboard(String tenant, Life life) {
        String request = "Access request · " + tenant;
        life.bot().console().say("ana", "user create " + tenant + " owner=@cy size=small");
        life.until(request, () -> has(life, "bo", "approvals", request));
        life.bot().console().click("bo", "approvals", request, "Approve request");
        life.until("the end of it", () -> has(life, "ana", "operations", tenant + " is ready, after"));
    }

    private static boolean has(Life life, String as, String channel, String words) {
        return life.bot().console().count(as, channel, words) > 0;
    }

    @Override
    public List<String> said(String tenant, Life life) {
        ConsoleClient console = life.bot().console();
        return List.of(
                "requests: " + console.count("bo", "approvals", "Access request · " + tenant),
                "welcomes: " + console.count("cy", "private", "Welcome! " + tenant + " is ready"),
                "lines to the channel: " + console.count("ana", "operations", tenant + " is ready for"));
    }
}
