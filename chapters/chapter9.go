// Chapter 9 in Go: quiet clients.
//
// The clients are connections of another process, which is not
// weighed. Each has said hello, and has been answered once.
package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"strings"
	"time"
)

func main() {
	serve(loads{
		"goroutines (plain read)":        each(plainRead),
		"goroutines (bufio)":             each(buffered),
		"goroutines (buffer while busy)": each(whileBusy),
		"goroutines (net/http)":          keptAlive,
		"goroutines (plain read, burst)": burst(plainRead),
		"goroutines (bufio, burst)":      burst(buffered),
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
func buffered(conn net.Conn) {
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
		if answer(first[0], conn) != nil {
			return
		}
	}
}

// It has frames of its own, which are gone when it returns.
func answer(first byte, conn net.Conn) error {
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

// ---- the clients ----

// each has a goroutine for each client do this.
func each(handle func(net.Conn)) func(int, *Gate) {
	return func(count int, gate *Gate) { gate.hold(clients(count, gate, handle)) }
}

func clients(count int, gate *Gate, handle func(net.Conn)) *control {
	door := listen()
	go func() {
		for {
			conn, err := door.Accept()
			if err != nil {
				return
			}
			go func() {
				gate.here()
				defer conn.Close()
				handle(conn)
			}()
		}
	}()
	return call(count, door, "line")
}

// burst has one of ten clients say a long line, all at once, and has
// the process weighed before, after, and five quiet seconds later.
func burst(handle func(net.Conn)) func(int, *Gate) {
	return func(count int, gate *Gate) {
		all := clients(count, gate, handle)
		gate.hold(all)
		gate.weigh("quiet")
		all.ask("speak 10 4000")
		gate.weigh("after_the_burst")
		time.Sleep(5 * time.Second)
		gate.weigh("five_seconds_later")
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
