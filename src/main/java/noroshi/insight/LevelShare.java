package noroshi.insight;

import noroshi.topic.Level;

/**
 * Views at one level within a period.
 *
 * @param bulletins those of bulletins the reader may read
 * @param unnamed those of topics the reader may not read
 */
public record LevelShare(Level level, long views, long bulletins, long unnamed) {}
