package dev.hallm.bot.cluster.homeassistant;

import dev.hallm.bot.cluster.ClusterAnswer;
import dev.hallm.bot.cluster.ClusterAnswer.Done;
import dev.hallm.bot.cluster.ClusterAnswer.NotYet;
import dev.hallm.bot.cluster.ClusterAnswer.Refused;
import dev.hallm.bot.cluster.TenantCluster.FirstLogin;
import dev.hallm.bot.cluster.homeassistant.HomeAssistantApi.Created;
import dev.hallm.bot.cluster.homeassistant.HomeAssistantApi.Token;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/**
 * The onboarding of one Home Assistant. Progress is what its list of open steps says, never a step's own answer, for a
 * step may answer 500 and be done.
 */
final class Door {
    private static final Refused STRANGER = new Refused(
            "somebody else made the first account of this Home Assistant, so its hosts stay closed",
            "Find out who could reach it inside the cluster. Then roll this onboarding back, which takes its volumes"
                    + " away, and start again.");

    private final HomeAssistantApi api;
    private final FirstLogin login;

    Door(HomeAssistantApi api, FirstLogin login) {
        this.api = api;
        this.login = login;
    }

    static ClusterAnswer starting() {
        return new NotYet("Home Assistant is starting");
    }

    ClusterAnswer close() throws IOException, InterruptedException {
        Optional<Set<String>> open = api.openSteps();
        if (open.isEmpty()) {
            return withoutList();
        }
        return open.get().contains(HomeAssistantApi.USER) ? beFirst() : comeBack();
    }

    /** A Home Assistant has no list when it restarted after its onboarding, and for a moment while it starts. */
    private ClusterAnswer withoutList() throws IOException, InterruptedException {
        Optional<String> code = api.logIn(login);
        return code.isPresent() ? finish(code.get()) : starting();
    }

    private ClusterAnswer beFirst() throws IOException, InterruptedException {
        return switch (api.createOwner(login)) {
            case Created.Owner(String code) -> finish(code);
            case Created.AlreadyThere() -> comeBack();
            case Created.Rejected(int status) ->
                new Refused("Home Assistant does not take the account " + login.user() + " (" + status + ")");
        };
    }

    private ClusterAnswer comeBack() throws IOException, InterruptedException {
        Optional<String> code = api.logIn(login);
        return code.isPresent() ? finish(code.get()) : STRANGER;
    }

    /** Trust in the proxy comes first, for Home Assistant gives it up some minutes after its start. */
    private ClusterAnswer finish(String code) throws IOException, InterruptedException {
        Token token = api.token(code);
        try {
            return ProxyTrust.isSettled(api, token) ? finishSteps(token) : new NotYet("Home Assistant starts again");
        } finally {
            api.revoke(token);
        }
    }

    private ClusterAnswer finishSteps(Token token) throws IOException, InterruptedException {
        for (String step : open()) {
            api.finish(step, token);
        }
        Set<String> left = open();
        return left.isEmpty()
                ? new Done()
                : new NotYet("Home Assistant has still to finish " + String.join(", ", left));
    }

    private Set<String> open() throws IOException, InterruptedException {
        return api.openSteps().orElse(Set.of());
    }
}
