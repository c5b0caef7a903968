// Chapter 9 in Go: quiet clients.
//
// The clients are connections of another process, which is not
// weighed. Each has said hello, and has been answered once.
package main

import (
	"bufio"
	"bytes"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"runtime/metrics"
	"strconv"
	"strings"
	"time"
)

func main() {
	serve(loads{
		"goroutines (plain read)":  each(plainRead),
		"goroutines (line reader)": each(lineReader),
		"goroutines (while busy)":  each(whileBusy),
		"goroutines (net/http)":    keptAlive,
		"goroutines (burst)":       burst(lineReader),
		"goroutines (TLS)":         secured,
		"goroutines":               service,
	})
}

// The goroutine waits in Read, with a small buffer of its own.
func plainRead(conn net.Conn) {
	buffer := make([]byte, 64)
	for {
		n, err := conn.Read(buffer)
		if err != nil {
			return
		}
		conn.Write(buffer[:n])
	}
}

// The reader has a buffer of 4 KB, and keeps it while nothing comes.
func lineReader(conn net.Conn) {
	in := bufio.NewReader(conn)
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		io.WriteString(conn, line)
	}
}

// The goroutine waits for one byte. It has a reader only while there
// is something to read: the reader takes the byte first, then the
// rest, and is let go when its buffer is empty again.
func whileBusy(conn net.Conn) {
	first := make([]byte, 1)
	for {
		if _, err := conn.Read(first); err != nil {
			return
		}
		if answerAll(first[0], conn) != nil {
			return
		}
	}
}

// It has frames of its own, which are gone when it returns.
func answerAll(first byte, conn net.Conn) error {
	in := bufio.NewReader(io.MultiReader(strings.NewReader(string(first)), conn))
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return err
		}
		io.WriteString(conn, line)
		if in.Buffered() == 0 {
			return nil
		}
	}
}

// The server of the standard library. A client that has been answered
// keeps its connection, for its next request.
func keptAlive(count int, gate *Gate) {
	server := &http.Server{
		Handler: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
			io.Copy(w, r.Body)
		}),
		ConnState: func(_ net.Conn, state http.ConnState) {
			if state == http.StateNew {
				gate.here()
			}
		},
	}
	door := listen()
	go server.Serve(door)
	call(count, door, "http")
}

// What to take to work: a quiet client needs no buffer.
func takeToWork(conn net.Conn) {
	// wrong: a buffer of 4 KB that stays while the client is quiet
	in := bufio.NewReader(conn)
	in.ReadString('\n')

	// right: a buffer only when there is something to read
	first := make([]byte, 1)
	conn.Read(first)
	answerAll(first[0], conn)
}

// ---- the clients ----

// each has a goroutine for each client do this.
func each(handle func(net.Conn)) func(int, *Gate) {
	return func(count int, gate *Gate) { gate.hold(clients(count, gate, handle)) }
}

func clients(count int, gate *Gate, handle func(net.Conn), by ...func(net.Listener) net.Listener) *control {
	door, talk := listen(), "line"
	accepts := door
	for _, secure := range by {
		accepts, talk = secure(door), "tls"
	}
	go func() {
		for {
			conn, err := accepts.Accept()
			if err != nil {
				fail(err.Error()) // too many open files
			}
			go func() {
				gate.here()
				defer conn.Close()
				handle(conn)
			}()
		}
	}()
	return call(count, door, talk)
}

// secured does a plain read through TLS.
func secured(count int, gate *Gate) {
	keys := os.Getenv("SCALE_KEYS")
	pair, err := tls.LoadX509KeyPair(keys+"/cert.pem", keys+"/key.pem")
	if err != nil {
		panic(err)
	}
	config := &tls.Config{Certificates: []tls.Certificate{pair}}
	gate.hold(clients(count, gate, plainRead, func(door net.Listener) net.Listener {
		return tls.NewListener(door, config)
	}))
}

// burst has one of ten clients say a long line, all at once, and has
// the process weighed before, after, and when it was left alone.
func burst(handle func(net.Conn)) func(int, *Gate) {
	return func(count int, gate *Gate) {
		all := clients(count, gate, handle)
		gate.hold(all)
		gate.weigh("quiet")
		all.ask("speak 10 4000")
		gate.weigh("after_the_burst")
		time.Sleep(time.Duration(gate.number("alone")) * time.Millisecond)
		gate.weigh("left_alone")
	}
}

func listen() net.Listener {
	door, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	return door
}

// control is the connection to the process that holds the clients.
type control struct {
	conn    net.Conn
	answers *bufio.Reader
}

// call has clients come, and returns when each has been answered once.
func call(count int, door net.Listener, talk string) *control {
	conn, err := net.Dial("tcp", "127.0.0.1:"+os.Getenv("SCALE_CLIENTS"))
	if err != nil {
		panic("this load needs clients, and the series has no clients()")
	}
	all := &control{conn, bufio.NewReader(conn)}
	all.ask(fmt.Sprintf("call %d %d %s", door.Addr().(*net.TCPAddr).Port, count, talk))
	return all
}

func (all *control) ask(line string) {
	fmt.Fprintln(all.conn, line)
	answer, err := all.answers.ReadString('\n')
	if err != nil || answer != "done\n" {
		panic(strings.TrimSpace(answer) + fmt.Sprint(err))
	}
}

// ---- the service of chapter 8, with a connection for each task ----

// Each goroutine calls frames as often as the depth says, allocates its
// bytes there, writes to them, and waits for its client in Read.
func service(count int, gate *Gate) {
	depth, holding := gate.number("depth"), gate.number("holding")
	gate.hold(clients(count, gate, func(conn net.Conn) {
		frames(depth, func() {
			held := bytes.Repeat([]byte{1}, holding)
			plainRead(conn)
			keep(held)
		})
	}))
	works(gate)
}

// A frame with 64 bytes of its own, as in chapter 2.
//
//go:noinline
func frames(depth int, bottom func()) byte {
	var local [64]byte
	local[depth%64] = byte(depth)
	if depth == 0 {
		bottom()
	} else {
		local[0] += frames(depth-1, bottom)
	}
	return local[depth%64] + local[0]
}

// Eight goroutines make garbage beside the clients that are quiet. The
// process is weighed before that and after it. It tells how much garbage was
// made, what CPU time the collector took, what is live, and how far the heap
// may grow.
func works(gate *Gate) {
	rate, millis := gate.number("allocating")*1024, gate.number("millis")
	gate.weigh("parked")
	live := settled()
	gate.mark("heap", "live_bytes=%d goal_bytes=%d", live.HeapAlloc, live.NextGC)
	before, made := spent(), make(chan int)
	for i := 0; i < 8; i++ {
		go func() { made <- garbage(rate/8, time.Duration(millis)*time.Millisecond) }()
	}
	all := 0
	for i := 0; i < 8; i++ {
		all += <-made
	}
	gate.mark("made", "bytes=%d millis=%d", all, millis)
	if now := spent(); now.told {
		gate.mark("garbage", "gc_cpu_ms=%.0f", now.collecting(before))
	}
	gate.weigh("with_garbage")
}

// One of them allocates requests of five buffers, of 1 to 16 KB, and writes to
// them, at a rate of so many bytes a second. The next request replaces them.
func garbage(rate int, lasting time.Duration) (made int) {
	var request [5][]byte
	start := time.Now()
	for now := start; now.Sub(start) < lasting; now = time.Now() {
		if float64(made) > float64(rate)*now.Sub(start).Seconds() {
			time.Sleep(time.Millisecond)
			continue
		}
		for i := range request {
			request[i] = bytes.Repeat([]byte{1}, 1024<<i)
			made += len(request[i])
		}
	}
	keep(request[0])
	return made
}

// CPU time as the runtime counts it, in seconds, and as the kernel counts
// it, in ms. The collector's work on idle processors is included, because
// that work has to be done in any case.
type spending struct {
	gc, busy, cpu float64
	told          bool // not before Go 1.20
}

func spent() (s spending) {
	read := []metrics.Sample{
		{Name: "/cpu/classes/gc/total:cpu-seconds"},
		{Name: "/cpu/classes/total:cpu-seconds"},
		{Name: "/cpu/classes/idle:cpu-seconds"},
	}
	metrics.Read(read)
	if read[0].Value.Kind() != metrics.KindFloat64 {
		return s
	}
	s.gc, s.told = read[0].Value.Float64(), true
	s.busy = read[1].Value.Float64() - read[2].Value.Float64()
	stat, _ := os.ReadFile("/proc/self/stat") // Linux, in ticks of 10 ms
	if words := strings.Fields(string(stat)); len(words) > 14 {
		own, _ := strconv.ParseFloat(words[13], 64)
		kernel, _ := strconv.ParseFloat(words[14], 64)
		s.cpu = 10 * (own + kernel)
	}
	return s
}

// CPU time of the collector from an earlier reading to this one, in ms. The
// runtime goes by the clock, as if no other process used its processors. So
// we take the collector's share from the runtime, and the CPU time of the
// process from the kernel.
func (s spending) collecting(since spending) float64 {
	gc, busy := s.gc-since.gc, s.busy-since.busy
	if s.cpu == 0 || busy <= 0 {
		return 1000 * gc
	}
	return (s.cpu - since.cpu) * gc / busy
}

// The bytes are used after the wait, so they stay live during it.
//
//go:noinline
func keep(held []byte) {}
