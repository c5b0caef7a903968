/// A workshop's room: a server that collects the packs of its seats ([RoomServer]), and what a seat needs to send one
/// ([Sending]). Who may do what is in one class, [RoomFilter]. It may use `board`, `live`, `record` and `file`; how its
/// page looks, it is told. Begin with [Room].
package memorytax.room;
