package dev.hallm.bot.jar;

import java.util.List;

/** One way in which people have a tenant onboarded, from the first word to the last, and what they are told of it. */
interface Course {
    void onboard(String tenant, Life life);

    /** Everything said about it that stays, without what differs from one run to the next. */
    List<String> said(String tenant, Life life);
}
