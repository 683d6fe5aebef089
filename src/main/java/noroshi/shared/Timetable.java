package noroshi.shared;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Runs every job on a thread of its own: a mail server that is slow must not keep a clock from being chased. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class Timetable {
    private static final int JOBS = 40;

    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        var scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(JOBS);
        scheduler.setThreadFactory(Thread.ofVirtual().name("job-", 0).factory());
        return scheduler;
    }
}
