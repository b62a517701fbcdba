package dev.hallm.bot.doctor;

import org.springframework.context.LifecycleProcessor;

/** In place of Spring's: neither workers nor senders, informers, gateways or schedulers begin. */
final class NothingStarts implements LifecycleProcessor {
    @Override
    public void start() {
        // nothing may
    }

    @Override
    public void stop() {
        // nothing did
    }

    @Override
    public boolean isRunning() {
        return false;
    }
}
