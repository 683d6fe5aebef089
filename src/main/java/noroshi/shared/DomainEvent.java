package noroshi.shared;

/** Something that happened, told once, in the past tense; carries ids and facts, never content. */
public interface DomainEvent {}
