package dev.hallm.bot.jar;

import java.util.List;
import java.util.function.Consumer;

/** Ana asks on the console, bo approves. */
final class ConsoleCourse implements Course {
    @Override
    public void onboard(String tenant, Life life) {
        String request = "Access request · " + tenant;
        say(life, console -> console.say("ana", "user create " + tenant + " owner=@cy size=small"));
        life.until(request, () -> count(life, "bo", "approvals", request) > 0);
        say(life, console -> console.click("bo", "approvals", request, "Approve request"));
        life.until("the end of it", () -> count(life, "ana", "operations", tenant + " is ready, after") > 0);
    }

    private static void say(Life life, Consumer<ConsoleClient> deed) {
        life.with(bot -> {
            deed.accept(bot.console());
            return bot;
        });
    }

    private static long count(Life life, String as, String channel, String words) {
        return life.with(bot -> bot.console().count(as, channel, words));
    }

    @Override
    public List<String> said(String tenant, Life life) {
        return List.of(
                "requests: " + count(life, "bo", "approvals", "Access request · " + tenant),
                "welcomes: " + count(life, "cy", "private", "Welcome! " + tenant + " is ready"),
                "lines to the channel: " + count(life, "ana", "operations", tenant + " is ready for"));
    }
}
