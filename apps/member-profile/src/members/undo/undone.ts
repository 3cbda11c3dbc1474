/** Members treated by a batch of an undoing. */
export interface Undone {
  removed: number;
  restored: number;
}
