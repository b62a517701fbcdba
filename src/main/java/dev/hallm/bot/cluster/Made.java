package dev.hallm.bot.cluster;

/**
 * Something that did not exist when an onboarding began, so that whatever there is of it now may be taken away again.
 *
 * @param mark the UID of the namespace that it is in: one of the same name with another UID is somebody else's
 */
public record Made(Thing thing, String mark) {
    /** What kind of thing. */
    public enum Thing {
        NAMESPACE,
        QUOTA,
        RELEASE,
        INGRESS_LOGIN
    }
}
