package dev.hallm.bot.view;

import static dev.hallm.bot.chat.Captions.text;

import dev.hallm.bot.chat.message.ActionRequest;
import dev.hallm.bot.chat.message.ActionRequest.Clickers;
import dev.hallm.bot.chat.message.Block;
import dev.hallm.bot.chat.message.Button;
import dev.hallm.bot.chat.message.Button.Style;
import dev.hallm.bot.identity.Role;
import dev.hallm.bot.onboarding.Onboarding;
import dev.hallm.bot.onboarding.OnboardingEvent;
import dev.hallm.bot.onboarding.OnboardingState;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What admins and approvers can do about an onboarding in the state that it is in. */
public final class OnboardingButtons {
    private static final Clickers WHO = Clickers.holding(Role.ADMIN, Role.APPROVER);

    private OnboardingButtons() {}

    /** Every way out that its state allows, and the details; nothing once everything is over and done. */
    public static List<Block> of(Onboarding onboarding) {
        var buttons = new ArrayList<Button>();
        OnboardingState state = onboarding.state();
        if (onboarding.allows(OnboardingEvent.RETRY)) {
            buttons.add(button(onboarding, "retry", Style.PRIMARY, versioned(onboarding)));
        }
        if (onboarding.allows(OnboardingEvent.SKIP)) {
            buttons.add(button(onboarding, "skip-step", Style.DEFAULT, versioned(onboarding)));
        }
        if (onboarding.allows(OnboardingEvent.ROLL_BACK) && state.rests()) {
            buttons.add(button(onboarding, "roll-back", Style.DANGER, named(onboarding)));
        }
        if (onboarding.allows(OnboardingEvent.CANCEL)) {
            buttons.add(button(onboarding, "cancel-onboarding", Style.DEFAULT, named(onboarding)));
        }
        if (!state.isOver() || state == OnboardingState.CANCELLED) {
            buttons.add(details(onboarding));
        }
        return buttons.isEmpty() ? List.of() : List.of(new Block.Buttons(buttons));
    }

    /** Only the details, for one that is about to change by itself. */
    static Block detailsOf(Onboarding onboarding) {
        return Block.Buttons.of(details(onboarding));
    }

    private static Button details(Onboarding onboarding) {
        return button(onboarding, "onboarding-details", Style.DEFAULT, named(onboarding));
    }

    private static Map<String, String> named(Onboarding onboarding) {
        return Map.of("operation", onboarding.operation().value());
    }

    /** For this very failure: the button of an earlier one does nothing. */
    private static Map<String, String> versioned(Onboarding onboarding) {
        return Map.of("operation", onboarding.operation().value(), "version", "" + onboarding.version());
    }

    private static Button button(Onboarding onboarding, String verb, Style style, Map<String, String> arguments) {
        String label = text("onboarding.button." + verb);
        String accessible = label + " " + onboarding.tenant();
        ActionRequest action = ActionRequest.of(verb, arguments, WHO);
        return switch (style) {
            case PRIMARY -> Button.primary(label, accessible, action);
            case DANGER -> Button.danger(label, accessible, action);
            case DEFAULT -> Button.of(label, accessible, action);
        };
    }
}
