/** In SQL: the decision that `second_opinion s` is about while its item is as it was, otherwise `unknown`. */
export const opinionDecision = `coalesce((SELECT i.decision FROM item i
  WHERE i.letter_id = s.letter_id AND i.ordinal = s.ordinal AND i.title = s.item_title), 'unknown')`;
