package dev.hallm.bot.storage;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A small part of the bot: the beans that a test names on a fresh database, with the real transactions, events and
 * JSON, and a clock that only the test moves.
 */
public final class BotContext implements AutoCloseable {
    private final MutableClock clock = new MutableClock();
    private final Database database;
    private final List<Object> published = new CopyOnWriteArrayList<>();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    /** Starts with these beans; {@code more} adds fakes and whole packages. */
    public BotContext(Db kind, Consumer<AnnotationConfigApplicationContext> more, Class<?>... beans) {
        database = Databases.fresh(kind);
        context.registerBean(DataSource.class, () -> new DelegatingDataSource(database.dataSource()));
        context.registerBean(JdbcClient.class, database::jdbc);
        var transactions = new JdbcTransactionManager(database.dataSource());
        context.registerBean(JdbcTransactionManager.class, () -> transactions);
        context.registerBean(TransactionTemplate.class, () -> new TransactionTemplate(transactions));
        context.registerBean(Clock.class, () -> clock);
        context.register(Transactions.class, JacksonAutoConfiguration.class);
        Arrays.stream(beans).forEach(context::registerBean);
        more.accept(context);
        context.addApplicationListener(event -> {
            if (event instanceof PayloadApplicationEvent<?> payload) {
                published.add(payload.getPayload());
            }
        });
        context.refresh();
    }

    /** There is one more bean from now on, for whoever asks late. */
    public void add(Object bean) {
        context.getBeanFactory().registerSingleton("added-" + bean.getClass().getSimpleName(), bean);
    }

    public <T> T get(Class<T> bean) {
        return context.getBean(bean);
    }

    public MutableClock clock() {
        return clock;
    }

    public JdbcClient jdbc() {
        return get(JdbcClient.class);
    }

    /** Publishes an event in a transaction of its own. */
    public void publish(Object event) {
        inTransaction(() -> context.publishEvent(event));
    }

    /** The events of a kind so far, rolled back ones too. */
    public <T> List<T> published(Class<T> kind) {
        return published.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Runs something in a transaction, which commits at its end. */
    public void inTransaction(Runnable work) {
        get(TransactionTemplate.class).executeWithoutResult(status -> work.run());
    }

    @Override
    public void close() {
        context.close();
        database.close();
    }

    /** The proxies that Spring Boot would make. */
    @Configuration(proxyBeanMethods = false)
    @EnableTransactionManagement(proxyTargetClass = true)
    static class Transactions {}
}
