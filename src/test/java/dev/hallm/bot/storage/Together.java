package dev.hallm.bot.storage;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** The same work in several threads, begun at the same moment. */
public final class Together {
    private Together() {}

    /** What the work gave in each of the threads; an exception in one of them is thrown. */
    public static <T> List<T> run(int threads, Callable<T> work) throws InterruptedException, ExecutionException {
        return run(IntStream.range(0, threads).mapToObj(_ -> work).toList());
    }

    /** What each work gave, in their order. */
    public static <T> List<T> run(List<Callable<T>> works) throws InterruptedException, ExecutionException {
        var begin = new CountDownLatch(works.size());
        try (ExecutorService threads = Executors.newFixedThreadPool(works.size())) {
            List<Future<T>> running = works.stream()
                    .map(work -> threads.submit(() -> waiting(begin, work)))
                    .toList();
            var results = new java.util.ArrayList<T>();
            for (Future<T> future : running) {
                results.add(future.get());
            }
            return List.copyOf(results);
        }
    }

    private static <T> T waiting(CountDownLatch begin, Callable<T> work) throws Exception {
        begin.countDown();
        begin.await();
        return work.call();
    }
}
