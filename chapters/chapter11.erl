%% Chapter 11 in Erlang: idle processes.
%%
%% The scale starts this program, weighs it while it is empty, has
%% it start one of the loads below, and weighs it again.
-module(chapter11).
-export([main/0, idle/0, take_to_work/1]).
-define(HOUR, 3600000).

main() ->
    scale:serve(#{
        "erlang processes" => fun processes/1,
        "erlang processes (deep)" => fun deep/1,
        "erlang processes (hibernated)" => fun hibernated/1,
        "objects in Erlang" => fun known_objects/1,

        %% the same, by what they wait for
        "erlang processes (timer)" => each(fun with_timer/0),
        "erlang processes (sleep)" => each(fun() -> timer:sleep(?HOUR) end)
    }).

%% Every process says from inside that it runs, and then waits for a
%% message that comes only after the weighing: as idle as a process
%% can be. A process has a heap of its own, and its stack grows from
%% the other end of the same block: 233 words in the beginning, which
%% are 1,864 bytes.
processes(Tasks) ->
    start(Tasks, fun() -> gate:here(), gate:wait() end).

%% Starts processes that all do the same.
start(0, _) -> ok;
start(Tasks, What) -> spawn(What), start(Tasks - 1, What).

%% Every process waits below calls that have not returned yet. The
%% result of a call is used, so each call keeps a frame on the stack.
%% When heap and stack meet, the process gets a larger block.
deep(Tasks) ->
    Depth = gate:number(depth),
    start(Tasks, fun() -> call(Depth) end).

call(0) -> gate:here(), gate:wait(), 0;
call(Depth) -> 1 + call(Depth - 1).

%% A process that expects to wait long can give up its stack, and all
%% of its heap but what it needs. It goes on in the function that it
%% names here, as if it had just begun.
hibernated(Tasks) ->
    start(Tasks, fun() -> gate:here(), sleep(idle, []) end).

sleep(Function, Values) -> erlang:hibernate(?MODULE, Function, Values).

idle() -> gate:wait().

%% Most of the processes below end only when the program ends.
each(Wait) ->
    fun(Tasks) -> start(Tasks, fun() -> gate:here(), Wait() end) end.

%% The timer is a record of the runtime's, and sends a message.
with_timer() ->
    erlang:send_after(?HOUR, self(), late),
    receive late -> ok; done -> ok end.

%% Binaries of 920 bytes. Each has 40 bytes for its header and the
%% allocator, and 64 in the heap of the process: a reference and a
%% place in a list. That makes 1,024. The heap has room for all of
%% them from the start, so it does not grow while they come.
known_objects(Objects) ->
    Keep = fun() -> Held = hold(Objects, []), gate:wait(), Held end,
    spawn_opt(Keep, [{min_heap_size, 10 * Objects},
        {min_bin_vheap_size, 128 * Objects}]).

hold(0, Held) ->
    process_flag(min_heap_size, 233), % a collection frees the rest
    Held;
hold(Objects, Held) ->
    Object = binary:copy(<<1>>, 920),
    gate:here(),
    hold(Objects - 1, [Object | Held]).

%% What to take to work: a connection that is seldom used.
take_to_work(State) ->
    receive
        %% wrong: what it needed for its last message stays
        {often, Message} -> take_to_work([Message | State]);
        %% right: it keeps its state, and gives back the rest
        {seldom, Message} -> sleep(take_to_work, [[Message | State]])
    end.
