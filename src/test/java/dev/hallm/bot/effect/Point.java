package dev.hallm.bot.effect;

/**
 * An effect on the way of a tenant, the same for every tenant.
 *
 * @param what world, call and place; the tenant reads {@code TENANT}
 * @param number which one of these, the first is 1
 */
public record Point(String what, int number) {
    @Override
    public String toString() {
        return what + " #" + number;
    }
}
