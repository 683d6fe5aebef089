package noroshi.topic;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what people share.
 *
 * @param answerWithin after how long something that nobody answered is somebody's task
 */
@ConfigurationProperties("noroshi.topic")
public record TopicSettings(@DefaultValue("P2D") Duration answerWithin) {}
