package noroshi.desk;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator decides about the desk ({@code noroshi.desk.*}).
 *
 * @param acknowledgeWithin how soon a matter is acknowledged
 * @param triageWithin how soon it is judged
 * @param replyWithin how soon somebody who waits for the Centre is answered
 * @param helpWithin how soon whoever was asked answers: an agency for help, the event owner about impact
 * @param helpers the categories of organisations that a reporter who wants help lets read
 * @param police the categories of organisations that keep a track of their own beside a matter
 * @param secondAfter how long after the end of a clock the second contact, the Overall Lead, learns of it
 * @param callAfter how long after the end of a clock the duty officer is to telephone
 * @param tellBefore how long the reporter has known before the Centre lets somebody else read without their answer
 */
@ConfigurationProperties("noroshi.desk")
public record DeskSettings(
        @DefaultValue("PT15M") Duration acknowledgeWithin,
        @DefaultValue("PT1H") Duration triageWithin,
        @DefaultValue("PT4H") Duration replyWithin,
        @DefaultValue("PT1H") Duration helpWithin,
        @DefaultValue("SECURITY_AGENCY") Set<String> helpers,
        @DefaultValue("PUBLIC_SECURITY") Set<String> police,
        @DefaultValue("PT15M") Duration secondAfter,
        @DefaultValue("PT30M") Duration callAfter,
        @DefaultValue("PT30M") Duration tellBefore) {}
