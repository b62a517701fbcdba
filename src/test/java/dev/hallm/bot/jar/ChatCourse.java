package dev.hallm.bot.jar;

import dev.hallm.bot.kube.InMemoryKube;
import dev.hallm.bot.scenario.Stage;
import dev.hallm.bot.scenario.Stage.Place;
import dev.hallm.bot.scenario.Surroundings;
import java.util.List;
import java.util.Map;

/** Between Slack and Discord: ana asks on one of them, bo approves there, and ana retries the step that failed. */
final class ChatCourse implements Course {
    private final Surroundings surroundings;
    private final Stage home;

    ChatCourse(Surroundings surroundings, Stage home) {
        this.surroundings = surroundings;
        this.home = home;
    }

    @Override
    public void onboard(String tenant, Life life) {
        InMemoryKube kube = surroundings.kube();
        String quotas = ".*/ha-llm-user-" + tenant + "/resourcequotas/.*";
        kube.failEvery("PATCH", quotas, 422);
        Map<String, String> wanted = Map.of("name", tenant, "owner", home.mention("cy"), "size", "small");
        life.with(_ -> home.asks("ana", "user create", wanted));
        click(life, "bo", Place.APPROVALS, "Access request · " + tenant + " ·", "Approve request");
        life.until("a failure", () -> offers(Place.OPERATIONS, "Onboarding " + tenant + " ·", "Retry step"));
        kube.heal("PATCH", quotas);
        click(life, "ana", Place.OPERATIONS, "Onboarding " + tenant + " ·", "Retry step");
        life.until("the welcome", () -> home.has(Place.direct("cy"), "Welcome! " + tenant));
    }

    private void click(Life life, String who, Place place, String words, String label) {
        life.until(label, () -> offers(place, words, label));
        life.with(bot -> {
            home.clicks(who, home.in(place, words), label);
            return bot;
        });
    }

    private boolean offers(Place place, String words, String label) {
        return home.has(place, words) && home.in(place, words).labels().contains(label);
    }

    @Override
    public List<String> said(String tenant, Life life) {
        return Transcript.of(surroundings, tenant);
    }
}
