package noroshi.topic;

/**
 * What one reader gave and got, told to themselves alone and compared with nobody.
 *
 * @param comments what they wrote under topics of others
 * @param votes their うちも and うちはなし
 * @param answers what others wrote under their topics
 * @param thanks how often others found something of theirs useful
 * @param accepted how many of their comments helped whoever asked
 * @param readers how many people opened what they shared
 */
public record GiveAndTake(
        int posts,
        int questions,
        int comments,
        int thanksGiven,
        int votes,
        int answers,
        int thanks,
        int accepted,
        int readers) {}
