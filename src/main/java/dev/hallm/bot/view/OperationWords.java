package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.operation.Operation;
import dev.hallm.bot.operation.Operation.Provision;
import dev.hallm.bot.operation.Operation.RotateCredentials;

/** What people call an operation, in sentences about it. */
public final class OperationWords {
    private OperationWords() {}

    /** What was asked for, after words such as "the request for". */
    public static String what(Operation operation) {
        return switch (operation) {
            case Provision p -> p.tenant().value();
            case RotateCredentials r -> text("operation.what.rotate", "tenant", r.tenant());
        };
    }

    /** Its name, as a heading. */
    static String title(Operation operation) {
        return switch (operation) {
            case Provision p -> text("operation.title.provision", "tenant", p.tenant());
            case RotateCredentials r -> text("request.rotate.title", "tenant", r.tenant());
        };
    }

    /** That it failed and what to do, to whoever asked for it. */
    static String failed(Operation operation, String why) {
        return switch (operation) {
            case Provision _ -> text("operation.failed", "why", why);
            case RotateCredentials r -> text("rotate.failed", "tenant", r.tenant(), "why", why);
        };
    }

    /** The line that asks for it again. */
    public static String command(Operation operation) {
        return switch (operation) {
            case Provision p -> "user create " + p.tenant();
            case RotateCredentials r -> "user rotate " + r.tenant();
        };
    }

    /** That it has to say why. */
    public static String needsReason(Operation operation) {
        return switch (operation) {
            case Provision p -> text("refuse.create.reason", "tenant", p.tenant());
            case RotateCredentials r -> text("refuse.rotate.reason", "tenant", r.tenant());
        };
    }

    /** That it is under way. */
    public static String running(Operation operation) {
        return switch (operation) {
            case Provision p -> text("submitted.running", "tenant", p.tenant());
            case RotateCredentials r -> text("submitted.rotating", "tenant", r.tenant());
        };
    }

    /** What follows once it is approved. */
    static String followsApproval(Operation operation) {
        return switch (operation) {
            case Provision _ -> text("verdict.approved.provision");
            case RotateCredentials _ -> text("verdict.approved.rotate");
        };
    }

    /** What can be done after a denial. */
    static String followsDenial(Operation operation) {
        return switch (operation) {
            case Provision _ -> text("verdict.denied.next");
            case RotateCredentials _ -> text("verdict.denied.rotate.next");
        };
    }
}
