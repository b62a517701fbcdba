package dev.hallm.bot.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reminds approvers of what they have let wait: each time once, however many processes look. */
@Service
class Reminders {
    private final ReminderRows rows;
    private final RequestRepository requests;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reminders(ReminderRows rows, RequestRepository requests, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.requests = requests;
        this.events = events;
        this.clock = clock;
    }

    void plan(Request request, Requirement needs) {
        List<Instant> times = needs.remindAfter().stream()
                .map(request.createdAt()::plus)
                .filter(request.expiresAt()::isAfter)
                .toList();
        rows.insert(request.id(), times);
    }

    /** Sends what is due; of several that were missed together, one. */
    @Transactional
    public void remind() {
        Instant now = clock.instant();
        rows.due(now).stream()
                .filter(rows::take)
                .forEach(due -> requests.find(due.request())
                        .filter(request -> request.isOpenAt(now))
                        .ifPresent(request -> events.publishEvent(new RequestEvent.Reminded(request, due.last()))));
    }
}
