package dev.hallm.bot.view;

import dev.hallm.bot.approval.Approvals;
import dev.hallm.bot.approval.Questions;
import dev.hallm.bot.approval.Request;
import dev.hallm.bot.chat.message.Message;
import dev.hallm.bot.identity.Person;
import dev.hallm.bot.operation.Samples;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** Requests in every state, and what people are told of them. */
final class SampleRequestCards {
    private final Map<String, Message> cards = new HashMap<>();

    private SampleRequestCards() {}

    static Map<String, Message> all() {
        SampleRequestCards samples = new SampleRequestCards();
        samples.decided();
        samples.talks();
        samples.changes();
        return samples.cards;
    }

    private void decided() {
        try (ViewBench bench = new ViewBench()) {
            Request ada = bench.asked(Samples.provision("ada"));
            bench.bot().clock().advance(Duration.ofMinutes(1));
            Request bea = bench.asked(Samples.provision("bea"));
            bench.bot().clock().advance(Duration.ofMinutes(1));
            Request cleo = bench.asked(Samples.provision("cleo"));
            add("request-pending", bench, ada);
            cards.put(
                    "approvals",
                    bench.get(PendingRequests.class)
                            .of(bench.get(Approvals.class).pending(), Samples.approver(Samples.BO)));
            bench.approved(ada, Samples.BO);
            add("request-approved", bench, ada);
            bench.get(Approvals.class).deny(bea.id(), Samples.approver(Samples.BO), "no GPU is free");
            add("request-denied", bench, bea);
            bench.bot().clock().advance(Duration.ofHours(8));
            bench.get(Approvals.class).expireOverdue();
            add("request-expired", bench, cleo);
        }
    }

    /** A request that is approved with changes, by one of two and then by both. */
    private void changes() {
        try (ViewBench bench = new ViewBench(2)) {
            Request ada = bench.asked(Samples.provision("ada"));
            bench.lowered(ada, Samples.BO);
            add("request-lowered", bench, ada);
            cards.put("request-lowered-reply", bench.outbox().message("lowered:" + ada.id() + ":0@console"));
            bench.approved(ada, Samples.CY);
            add("request-approved-less", bench, ada);
            cards.put("request-told-less", bench.outbox().message("decided:" + ada.id()));
            cards.put(
                    "request-details",
                    bench.get(RequestDetails.class).of(bench.request(ada.id()), Samples.approver(Samples.BO)));
        }
    }

    /** A request that needs two approvals, with a question about it. */
    private void talks() {
        try (ViewBench bench = new ViewBench(2)) {
            Request ada = bench.asked(Samples.provision("ada"));
            Questions questions = bench.get(Questions.class);
            questions.ask(ada.id(), Samples.approver(Samples.BO), "How many rooms?");
            Request.Question question = bench.request(ada.id()).questions().getFirst();
            cards.put("request-question", bench.outbox().message("asked:" + question.id()));
            bench.approved(ada, Samples.BO);
            add("request-asked", bench, ada);
            questions.answer(question.id(), Samples.approver(Samples.ANA), "Forty-two");
            add("request-answered", bench, ada);
            cards.put("request-reply", bench.outbox().message("answered:" + question.id() + "@console"));
            cards.put("request-reminder", bench.get(RequestNews.class).reminder(bench.request(ada.id())));
            bench.get(Approvals.class).withdraw(ada.id(), Samples.approver(Samples.ANA));
            add("request-withdrawn", bench, ada);
            bench.asked(Samples.provision("bea"));
            Person ana = Samples.approver(Samples.ANA);
            cards.put(
                    "requests-own",
                    bench.get(PendingRequests.class)
                            .own(bench.get(Approvals.class).askedBy(ana.accounts()), ana));
            cards.put("preview", bench.get(PreviewTable.class).of(Samples.provision("ada")));
            cards.put("policy", bench.get(PolicyView.class).rules());
            cards.put(
                    "policy-test",
                    bench.get(PolicyView.class)
                            .about(Samples.provision("ada"), Samples.ANA, "user create ada owner=@ola"));
        }
    }

    private void add(String name, ViewBench bench, Request request) {
        cards.put(name, bench.card(RequestCard.class, request.id()));
    }
}
