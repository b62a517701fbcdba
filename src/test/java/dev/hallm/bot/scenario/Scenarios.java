package dev.hallm.bot.scenario;

import static org.awaitility.Awaitility.await;

import dev.hallm.bot.operation.ChecklistItem;
import dev.hallm.bot.scenario.Stage.Place;
import dev.hallm.bot.scenario.Stage.Seen;
import io.fabric8.kubernetes.client.KubernetesClient;

/**
 * Scenarios that run wherever a platform and a cluster are, each with a tenant of its own. There are an admin (ana),
 * approvers (bo, dee), a user (cy), a member without a role (eve) and a guest (gus).
 */
interface Scenarios {
    /** How many items an onboarding has. */
    int ITEMS = ChecklistItem.values().length;

    /** Where it happens. */
    Stage stage();

    /** The cluster behind the bot. */
    KubernetesClient kube();

    /** A tenant's name that no other platform's test uses. */
    String tenant(String number);

    default OnCluster onCluster(String tenant) {
        return new OnCluster(kube(), tenant);
    }

    default Seen requestFor(String tenant) {
        return stage().in(Place.APPROVALS, "Access request · " + tenant + " ·");
    }

    default Seen cardOf(String tenant) {
        await().atMost(Talk.PATIENCE).until(() -> stage().has(Place.OPERATIONS, "Onboarding " + tenant));
        return stage().in(Place.OPERATIONS, "Onboarding " + tenant + " ·");
    }
}
